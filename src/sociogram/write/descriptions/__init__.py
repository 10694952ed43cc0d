"""A case described for catalogues: RO-Crate and DCAT."""
