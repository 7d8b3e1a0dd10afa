using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads keys that refer to rows by name: group rules such as <c>exactly-one</c>, and <c>paging</c>.</summary>
internal sealed class NameLists(ReadingContext context, MappingReader keys)
{
    private static readonly string[] ResponseRoles = ["items", "total", "next", "more", "last"];

    // The response can state these in a header, whose name ignores case.
    private static readonly string[] HeaderRoles = ["total", "next", "more", "last"];

    // Version 0.1 had this key, but it had no effect.
    private const string OldRole = "previous";

    /// <summary>The keys of <c>paging:</c>.</summary>
    public static readonly string[] PagingKeys = [.. PagingDeclaration.RequestRoles, .. ResponseRoles];

    /// <summary>Reads the group rules.</summary>
    /// <param name="names">All possible names; null: some are in other files.</param>
    /// <param name="rows">The rows that this file has.</param>
    public EquatableArray<ParameterChoice> ReadChoices(IReadOnlyCollection<string>? names, IEnumerable<RowDeclaration> rows)
    {
        var choices = new List<ParameterChoice>();
        ReadChoices("exactly-one", GroupRuleKind.ExactlyOne, names, choices);
        ReadChoices("at-least-one", GroupRuleKind.AtLeastOne, names, choices);
        ReadChoices("at-most-one", GroupRuleKind.AtMostOne, names, choices);
        ReportRequires(rows);
        return choices.ToEquatableArray();
    }

    public PagingDeclaration? ReadPaging(IReadOnlyCollection<string>? requestNames, IReadOnlyCollection<string>? responseNames, IEnumerable<string> headers)
    {
        if (keys.Find("paging") is not { } entry || entry.Value.IsBroken)
            return null;
        if (entry.Value is not YamlMapping mapping)
        {
            if (entry.Value is YamlScalar { IsMissing: true })
                context.Report(SpecRules.MissingValue, entry.Key, "paging");
            else
                context.Report(
                    SpecRules.WrongShape, entry.Key, "paging", "a mapping such as '{ offset: start, size: count, items: data }'",
                    ReadingContext.Describe(entry.Value));
            return null;
        }

        var paging = new MappingReader(context, mapping, keys.PointerOf("paging"));
        var old = mapping.Find(OldRole);
        if (old is not null)
            context.Report(
                SpecRules.OldForm,
                old.Key,
                "paging: { " + string.Join(", ", mapping.Entries.Where(static role => role.Name != OldRole).Select(ShowRole)) + " }",
                "");
        paging.CheckKeys(old is null ? PagingKeys : [.. PagingKeys, OldRole]);
        var roles = new List<PagingRole>();
        foreach (var role in PagingDeclaration.RequestRoles)
            AddRole(paging, role, requestNames, "parameter", roles);
        var headerNames = new HashSet<string>(headers, StringComparer.OrdinalIgnoreCase);
        foreach (var role in ResponseRoles)
            AddRole(paging, role, responseNames, "response member", roles, Array.IndexOf(HeaderRoles, role) >= 0 ? headerNames : null);
        return new PagingDeclaration(roles.ToEquatableArray(), paging.Pointer);
    }

    private static string ShowRole(YamlEntry role) => role.Name + ": " + (role.Value as YamlScalar)?.Value;

    private void AddRole(
        MappingReader paging, string role, IReadOnlyCollection<string>? names, string what, List<PagingRole> roles, HashSet<string>? headers = null)
    {
        if (paging.Scalar(role) is not { } name)
            return;
        roles.Add(new PagingRole(role, name.Value));
        if (headers?.Contains(name.Value) == true)
            return;
        // A dot can select a member of a member. Its end can only be checked when all files are known.
        var dot = name.Value.IndexOf('.');
        if (names is not null && !names.Contains(name.Value) && (dot <= 0 || !names.Contains(name.Value.Substring(0, dot))))
            context.Report(
                SpecRules.NameWithoutRow, name, name.Value, what,
                role == "next" && name.Value == "Link" ? "; write a header under 'headers:' of the 200 row"
                    : context.Hint(name.Value, headers is null ? names : [.. names, .. headers]));
    }

    // Version 0.1 had a separate key for a rule about two rows. Now the second row states it.
    private void ReportRequires(IEnumerable<RowDeclaration> rows)
    {
        if (keys.Find(OldRequires.Key) is not { } entry || entry.Value.IsBroken)
            return;
        if (entry.Value is not YamlMapping { Entries: [var first, ..] })
        {
            context.Report(SpecRules.OldForm, entry.Key, "room?: string " + RowText.RequiredWhenWords + " rack is given", "");
            return;
        }

        var types = rows.GroupBy(static row => row.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Type, StringComparer.Ordinal);
        foreach (var (name, needed) in OldRequires.Of((YamlMapping)entry.Value))
        {
            var type = types.TryGetValue(needed, out var known) ? RowWriter.Write(known) : TypeParser.NameOf(TypeKind.String);
            context.Report(
                SpecRules.OldForm, first.Key, needed + "?: " + type + " " + RowText.RequiredWhenWords + " " + ConditionText.Quoted(name) + " is given", "");
        }
    }

    private void CheckName(string name, SpecSpan span, IReadOnlyCollection<string>? names)
    {
        // A dot can select a member of a member. Its end can only be checked when all files are known.
        var dot = name.IndexOf('.');
        if (names is not null && !names.Contains(name) && (dot <= 0 || !names.Contains(name.Substring(0, dot))))
            context.Report(SpecRules.NameWithoutRow, span, name, "parameter or body member", context.Hint(name, names));
    }

    private void ReadChoices(string key, GroupRuleKind kind, IReadOnlyCollection<string>? names, List<ParameterChoice> choices)
    {
        if (keys.Find(key) is not { } entry)
            return;
        // Several group rules of one kind are written as a list of lists.
        if (entry.Value is YamlSequence { Items.Count: > 0 } sequence && sequence.Items.TrueForAll(static item => item is YamlSequence))
        {
            for (var i = 0; i < sequence.Items.Count; i++)
                AddChoice(entry, sequence.Items[i], key, ReadingContext.ItemPointer(keys.PointerOf(key), i), kind, names, choices);
            return;
        }

        AddChoice(entry, entry.Value, key, keys.PointerOf(key), kind, names, choices);
    }

    private void AddChoice(
        YamlEntry entry, YamlNode list, string key, string pointer, GroupRuleKind kind, IReadOnlyCollection<string>? names, List<ParameterChoice> choices)
    {
        var words = keys.Words(list, key, pointer, entry.Key);
        if (words.Count == 1)
            context.Report(SpecRules.TooFewNames, words[0].Span, key);
        foreach (var word in words)
            CheckName(word.Text, word.Span, names);
        if (words.Count > 0)
            choices.Add(new ParameterChoice(kind, words.Select(static word => word.Text).ToEquatableArray(), pointer));
    }
}
