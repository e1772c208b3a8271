"""What many plans come to: the output folder of a batch in, counts, charts and samples out.

    folder ──distinct──▶ plans ──counting──▶ Figures ──figures_text, chart──▶ table csv json png
                           └──sampling──▶ Drawn ──passages, sheet──▶ csv xlsx html
                                                  ticked ──accuracy──▶ Score

Plans are read one at a time and are not kept; what may grow with their number is on disk.
"""
