using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the property or parameter for each name in the group rules of one section.</summary>
internal sealed class GroupRuleBinder
{
    // The limit bounds the work, because a name can be split at each of its dots. No real reference reaches it.
    private const int LongestName = 4_096;

    private readonly ApiScope _scope;
    private readonly SpecSource _source;
    private readonly SectionDeclaration _section;
    private readonly CodeType? _body;
    private readonly GroupRuleNames _names;
    private readonly Dictionary<string, GroupRuleValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, RecordMember>> _members = new(StringComparer.Ordinal);
    private HashSet<string>? _required;

    public GroupRuleBinder(ApiScope scope, SpecSource source, BoundParameters parameters, CodeType? body, IEnumerable<FormField> parts)
    {
        _scope = scope;
        _source = source;
        _section = source.File.Section!;
        _body = body;
        _names = new GroupRuleNames(scope, _section, RequestTables.Of(scope, _section));
        var flags = new HashSet<string>(
            parameters.Target.Where(static part => part.Kind == TargetPartKind.QueryFlag).Select(static part => part.Text), StringComparer.Ordinal);
        foreach (var value in parameters.Query?.Members ?? [])
            Add(
                flags.Contains(value.WireName) ? ChoicePlace.Flag : ChoicePlace.Query, value.WireName, value.Name,
                value.Type is { Kind: CodeTypeKind.Map, IsEmbedded: false }
                    || (value is { IsHeader: false, Type: { Kind: CodeTypeKind.List, IsEmbedded: false } }));
        foreach (var member in body is null ? [] : scope.Records.Find(body)?.Members ?? [])
        {
            if (member.IsOptional)
                Add(ChoicePlace.Body, member.WireName, member.Name);
        }

        foreach (var part in parts.Where(static part => part.IsOptional))
            Add(ChoicePlace.Part, part.Parameter.WireName, part.Parameter.Name, part.RepeatedName is not null || part.Names is not null);
    }

    public EquatableArray<GroupRule> Bind()
    {
        var choices = new List<GroupRule>();
        foreach (var choice in _section.Choices)
        {
            var values = _names.IsChecked(choice) ? choice.Names.Select(Find).OfType<GroupRuleValue>().ToEquatableArray() : [];
            if (values.Count == choice.Names.Count)
                choices.Add(new GroupRule(choice.Kind, values));
            else
                Report(choice);
        }

        if (_body is not null)
        {
            foreach (var holder in choices.SelectMany(static choice => choice.Values).Where(static value => value.Place == ChoicePlace.Body)
                .GroupBy(value => value.Holder ?? _body))
                _scope.Records.MarkChosen(holder.Key, holder.Select(static value => value.MemberName));
        }

        return choices.ToEquatableArray();
    }

    private GroupRuleValue? Find(string name)
        => _values.TryGetValue(name, out var value)
            ? (value.Place == ChoicePlace.Body) == (_names.PlaceOf(name) == RequestTables.Body) ? value : null
            : FindInner(name);

    // A member of a member: 'owner.mail'.
    private GroupRuleValue? FindInner(string name)
        => FollowDots(name) is { IsOptional: true, Value: var value } ? value : null;

    // Of the members that are a prefix of the rest of the name, the longest counts, as in RowPath.
    private (GroupRuleValue Value, bool IsOptional)? FollowDots(string name)
    {
        if (_body is null || name.IndexOf('.') <= 0 || name.Length > LongestName)
            return null;
        var (type, rest, isOptional) = (_body, name, false);
        EquatableArray<string> holders = [];
        while (holders.Count <= RowPath.MaxDepth && _scope.Records.Find(type) is { } record)
        {
            var members = MembersOf(record);
            if (members.TryGetValue(rest, out var member))
            {
                return (
                    new GroupRuleValue(ChoicePlace.Body, name, member.Name) { Holders = holders, Holder = type with { IsNullable = false }, MemberName = rest },
                    isOptional || member.IsOptional);
            }

            var dot = rest.Length;
            do
            {
                dot = dot == 0 ? -1 : rest.LastIndexOf('.', dot - 1);
                if (dot <= 0)
                    return null;
            }
            while (!members.TryGetValue(rest.Substring(0, dot), out member));
            isOptional |= member.IsOptional || member.Type.IsNullable;
            holders = [.. holders, member.Name];
            (type, rest) = (member.Type, rest.Substring(dot + 1));
        }

        return null;
    }

    private Dictionary<string, RecordMember> MembersOf(GeneratedRecord record)
    {
        if (_members.TryGetValue(record.Name, out var members))
            return members;
        _members.Add(record.Name, members = new(StringComparer.Ordinal));
        foreach (var member in record.Members)
        {
            if (!members.ContainsKey(member.WireName))
                members.Add(member.WireName, member);
        }

        return members;
    }

    // The first place is that of the parameters.
    private void Add(ChoicePlace place, string wireName, string name, bool isLostIfEmpty = false)
    {
        if (!_values.ContainsKey(wireName))
            _values.Add(wireName, new GroupRuleValue(place, wireName, name) { IsLostIfEmpty = isLostIfEmpty });
    }

    private void Report(ParameterChoice choice)
    {
        var required = _required ??= RequiredNames();
        for (var i = 0; i < choice.Names.Count; i++)
        {
            var name = choice.Names[i];
            var pointer = choice.Pointer + "/" + Index(i);
            if (_names.WhyUnchecked(name) is { } why)
                _scope.Report.Add(SpecRules.ContradictedValue, _source.Path, pointer, name, why + ", so the client does not check the rule");
            else if (Find(name) is not null)
                continue;
            else if (required.Contains(name) || FollowDots(name) is not null)
                _scope.Report.Add(SpecRules.ChoiceOfRequired, _source.Path, pointer, name);
            else if (!IsReported(name))
                _scope.Report.Add(
                    SpecRules.NameWithoutRow, _source.Path, pointer, name, "parameter or body member", _scope.Report.Hint(name, _values.Keys.Concat(required)));
        }
    }

    // The reader of the file has reported unknown names, unless a parameter set or a schema can contain them. Errors in the file itself have been reported as
    // well.
    private bool IsReported(string name)
        => (name.IndexOf('.') <= 0 && _section.Uses.Count == 0 && _section.Body is null or { Kind: BodyKind.Members or BodyKind.Media or BodyKind.Form })
            || _scope.HasUnknownSet(_section)
            || _body is { IsUnread: true } || (_body is null && _section.Body is { Kind: not (BodyKind.Media or BodyKind.Form) })
            || Rows().Any(row => string.Equals(row.Name, name, StringComparison.Ordinal));

    private IEnumerable<RowDeclaration> Rows()
        => _scope.ParameterRows(_section).Concat(_section.Body?.Members ?? []);

    private HashSet<string> RequiredNames()
    {
        // An optional row is only missing here if its C# name could not be taken.
        var chosen = new HashSet<string>(_section.Choices.SelectMany(static choice => choice.Names), StringComparer.Ordinal);
        var rows = Rows().Where(row => !row.IsOptional && (!chosen.Contains(row.Name) || row.Constant is not null || _section.PathRows.Contains(row)))
            .Select(static row => row.Name);
        var members = _body is null ? [] : _scope.Records.Find(_body)?.Members.Select(static member => member.WireName) ?? [];
        return new HashSet<string>(rows.Concat(members), StringComparer.Ordinal);
    }

    private static string Index(int i) => i.ToString(CultureInfo.InvariantCulture);
}
