"""The Designer files of ``resources/ui/`` as classes with a typed attribute for each widget.

``form.py`` loads them; all others are written by ``tools/make_forms.py``.
"""
