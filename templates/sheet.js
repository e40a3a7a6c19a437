{% from "_statement.html" import statement %}
(window.browse ??= {})[{{ view.path | tojson }}] = [
{% for s in view.statements %}
{{ card(s, view.root) | tojson }}{{ "" if loop.last else "," }}
{% endfor %}
];
