(window.browse ??= {})[{{ view.path | tojson }}] = {
"days": {{ view.days | tojson }},
"sheets": {{ view.sheets | tojson }},
"columns": {
{% for column in view.columns %}
{{ column.name | tojson }}: {"values": {{ column.values | tojson }}, "rows": {{ column.rows | tojson }}}{{ "" if loop.last else "," }}
{% endfor %}
}};
