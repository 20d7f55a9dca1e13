"""The office (cơ quan) and its signers: names, signing forms, recipients."""
