"""The first noun: what was on the page, before anybody asks what it means."""
