"""Many files, some of which break whatever reads them, converted, killed and resumed."""
