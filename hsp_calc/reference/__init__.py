"""The look-ups: does this count? Lists and definitions as data, and the questions asked of them.

Each question has a module of its own, imported by its name:

- ``universities``: ``load_universities(folder).look_up(query)``, mark ⑰;
- ``exams``: ``load_exams(path).search(query, country)``, ``licenses(case.section(Qualifications), exams)``, mark ⑧;
- ``enterprise``: ``enterprise_test(definition, industry, owner, …)``, marks ⑩ and ⑫;
- ``research_ratio``: ``business_year(applied_on, owner, …)`` and ``research_ratio(expenses, sales)``, mark ⑫;
- ``degrees``: ``degree_rows(held, scorer, on)``, mark ①;

What a case keeps of these questions stands in its sections; see ``hsp_calc.casefile.sections``.
"""
