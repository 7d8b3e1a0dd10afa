using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles the rules over several values of one section: which property or parameter each of their names stands for.</summary>
internal sealed class GroupRuleBinder
{
    private readonly ApiScope _scope;
    private readonly SpecSource _source;
    private readonly SectionDeclaration _section;
    private readonly CodeType? _body;
    private readonly Dictionary<string, GroupRuleValue> _values = new(StringComparer.Ordinal);
    private HashSet<string>? _required;

    public GroupRuleBinder(ApiScope scope, SpecSource source, BoundParameters parameters, CodeType? body, IEnumerable<FormField> parts)
    {
        _scope = scope;
        _source = source;
        _section = source.File.Section!;
        _body = body;
        var flags = new HashSet<string>(parameters.Target.Where(static part => part.Kind == TargetPartKind.QueryFlag).Select(static part => part.Text), StringComparer.Ordinal);
        foreach (var value in parameters.Query?.Members ?? [])
            Add(flags.Contains(value.WireName) ? ChoicePlace.Flag : ChoicePlace.Query, value.WireName, value.Name);
        foreach (var member in body is null ? [] : scope.Records.Find(body)?.Members ?? [])
        {
            if (member.IsOptional)
                Add(ChoicePlace.Body, member.WireName, member.Name);
        }

        foreach (var part in parts.Where(static part => part.IsOptional))
            Add(ChoicePlace.Part, part.Parameter.WireName, part.Parameter.Name);
    }

    public EquatableArray<GroupRule> Bind()
    {
        var choices = new List<GroupRule>();
        foreach (var choice in _section.Choices.Select(WithoutGiven).OfType<ParameterChoice>())
        {
            var values = choice.Names.Select(name => _values.TryGetValue(name, out var value) ? value : null).OfType<GroupRuleValue>().ToEquatableArray();
            if (values.Count == choice.Names.Count)
                choices.Add(new GroupRule(choice.Kind, values));
            else
                Report(choice);
        }

        if (_body is not null)
            _scope.Records.MarkChosen(_body, choices.SelectMany(static choice => choice.Values).Where(static value => value.Place == ChoicePlace.Body).Select(static value => value.WireName));
        return choices.ToEquatableArray();
    }

    // What is always given needs no rule, and a rule for what is always given says that others are given, too: neither stops a build.
    private ParameterChoice? WithoutGiven(ParameterChoice choice)
    {
        if (choice.Kind != GroupRuleKind.Requires)
            return choice;
        var given = choice.Names.Select((name, i) => (Name: name, i)).Where(one => !_values.ContainsKey(one.Name) && (_required ??= RequiredNames()).Contains(one.Name)).ToList();
        foreach (var (name, i) in given)
        {
            var pointer = i == 0 ? choice.Pointer : choice.Pointer + "/" + Index(i - 1);
            _scope.Report.Add(SpecRules.ContradictedValue, _source.Path, pointer, name, "must always be given, so 'requires' says nothing more of it");
        }

        var left = choice.Names.Where((_, i) => given.TrueForAll(one => one.i != i)).ToEquatableArray();
        return given.Count == 0 ? choice : given[0].i == 0 || left.Count < 2 ? null : choice with { Names = left };
    }

    // A parameter comes before a member of the body that has its name.
    private void Add(ChoicePlace place, string wireName, string name)
    {
        if (!_values.ContainsKey(wireName))
            _values.Add(wireName, new GroupRuleValue(place, wireName, name));
    }

    private void Report(ParameterChoice choice)
    {
        var required = _required ??= RequiredNames();
        var isMapping = choice.Kind == GroupRuleKind.Requires;
        for (var i = 0; i < choice.Names.Count; i++)
        {
            var name = choice.Names[i];
            if (_values.ContainsKey(name))
                continue;
            // The one that requires others is the key of its rule.
            var pointer = !isMapping ? choice.Pointer + "/" + Index(i) : i == 0 ? choice.Pointer : choice.Pointer + "/" + Index(i - 1);
            if (CredentialParameters.Fill(_scope.Api, _section, name))
                _scope.Report.Add(SpecRules.ContradictedValue, _source.Path, pointer, name, "comes from the credential, so the client does not check this rule");
            else if (required.Contains(name))
                _scope.Report.Add(SpecRules.ChoiceOfRequired, _source.Path, pointer, name);
            else if (!IsReported(name))
                _scope.Report.Add(SpecRules.NameWithoutRow, _source.Path, pointer, name, "parameter or body member", _scope.Report.Hint(name, _values.Keys.Concat(required)));
        }
    }

    // The reader knows all names there can be, unless sets or a shared table bring some along; and what could not be read has been reported where it stands.
    private bool IsReported(string name)
        => (_section.Uses.Count == 0 && _section.Body is null or { Kind: BodyKind.Members or BodyKind.Media or BodyKind.Form })
            || _scope.HasUnknownSet(_section)
            || _body is { IsUnread: true } || (_body is null && _section.Body is { Kind: not (BodyKind.Media or BodyKind.Form) })
            || Rows().Any(row => string.Equals(row.Name, name, StringComparison.Ordinal));

    private IEnumerable<RowDeclaration> Rows()
        => _scope.ParameterRows(_section).Concat(_section.Body?.Members ?? []);

    private HashSet<string> RequiredNames()
    {
        // A row that may be left out is missing here only where a name of it could not be had.
        var chosen = new HashSet<string>(_section.Choices.Where(static choice => choice.Kind != GroupRuleKind.Requires).SelectMany(static choice => choice.Names), StringComparer.Ordinal);
        var rows = Rows().Where(row => !row.IsOptional && (!chosen.Contains(row.Name) || row.Constant is not null || _section.PathRows.Contains(row))).Select(static row => row.Name);
        var members = _body is null ? [] : _scope.Records.Find(_body)?.Members.Select(static member => member.WireName) ?? [];
        return new HashSet<string>(rows.Concat(members), StringComparer.Ordinal);
    }

    private static string Index(int i) => i.ToString(CultureInfo.InvariantCulture);
}
