{% from "_statement.html" import statement %}
(window.browse ??= {})[{{ view.path | tojson }}] = [
{% for s in view.statements %}
{{ statement(s, view.root) | tojson }}{{ "" if loop.last else "," }}
{% endfor %}
];
