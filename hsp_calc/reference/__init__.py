"""The reference desk: does this count? Lists and definitions as data, and the questions asked of them.

Each question has a module of its own, imported by its name:

- ``universities``: ``load_universities(folder).look_up(query)``, mark ⑰;
- ``exams``: ``load_exams(path).search(query, country)``, ``case.section(Qualifications)``, ``licenses(…)``, mark ⑧;
- ``enterprise``: ``enterprise_test(definition, industry, owner, …)``, marks ⑩ and ⑫;
- ``research_ratio``: ``business_year(applied_on, owner, …)`` and ``research_ratio(expenses, sales)``, mark ⑫;
- ``degrees``: ``degree_rows(held, scorer, on)``, mark ①;
- ``kept``: what a case keeps for these questions, each under a key of its own, such as ``case.section(Enterprise)``;
- ``procedures`` and ``paper_states``: the papers of each procedure, and how far each is in a case; ``kept_proof``: what
  is to be proven, and what trouble the documents are;
- ``user_data`` and ``user_files``: rule tables and lists of the user's own; ``in_use``: those in use, with the
  program's.
"""
