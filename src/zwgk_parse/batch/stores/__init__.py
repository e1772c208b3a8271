"""Where inputs and outputs stand: folders of this machine, or objects behind an address."""
