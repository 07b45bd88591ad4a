"""The documents carried, which the dates of certificates are told from."""

import pytest

from hsp_calc.documents import Documents, load_documents
from hsp_calc.locations import resources


@pytest.fixture(scope="session")
def documents() -> Documents:
    return load_documents(resources() / "reference" / "documents.yaml")
