"""Documents made anew from the samples, in the styles that published files have."""
