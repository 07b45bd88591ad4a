"""The reference desk: does this count? Lists and definitions as data, and the questions asked of them.

Each question has a module of its own, imported by its name:

- ``universities``: ``load_universities(folder).look_up(query)``, mark ⑰;
- ``exams``: ``load_exams(path).search(query, country)``, ``qualifications_of(case)``, ``licenses(…)``, mark ⑧;
- ``enterprise``: ``enterprise_test(definition, industry, owner, …)``, marks ⑩ and ⑫;
- ``research_ratio``: ``business_year(applied_on, owner, …)`` and ``research_ratio(expenses, sales)``, mark ⑫;
- ``degrees``: ``degree_rows(held, scorer, on)``, mark ①;
- ``case_entries``: what a case keeps for these questions, each under a key of its own, such as ``enterprise_of(case)``.
"""
