using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The part of the request of rows that their heading does not state.</content>
internal sealed partial class ParameterDrafter
{
    // Rows below a sample describe its members. If none of them is one, they are not about the body. Above a sample, rows that are not members are
    // those of the query.
    private List<DraftRow> MembersOf(JsonSample sample, List<DraftRow> rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(sample.Value!, 0);
        var members = rows.FindAll(IsMember);
        if (members.Count == 0)
            return [];
        var printed = members.SelectMany(static row => row.Lines).ToHashSet<PageLine>(ReferenceEqualityComparer.Instance);
        if (!ReferenceEquals(context.Section.Lines.FirstOrDefault(line => ReferenceEquals(line, sample.Lines[0]) || printed.Contains(line)), sample.Lines[0]))
        {
            members.ForEach(static row => row.Doubt(Mark.Check("whether it is in the body")));
            // The same names in the query as well would be two parameters, unless the sample is another form of the request.
            return IsOtherForm(sample) ? [] : members;
        }

        // A sample can leave out members. Their rows can also be parameters.
        rows.FindAll(row => !IsMember(row)).ForEach(static row => row.Doubt(Mark.Check("the sample of the body does not have it")));
        return [.. rows];

        bool IsMember(DraftRow row) => names.Contains(row.Name) || row.Children.Exists(child => names.Contains(child.Name));

        void AddNames(JsonText value, int depth)
        {
            foreach (var member in value.Members)
            {
                names.Add(member.Name);
                if (depth < Deepest)
                    AddNames(member.Value, depth + 1);
            }

            if (depth < Deepest)
            {
                foreach (var item in value.Items)
                    AddNames(item, depth + 1);
            }
        }
    }

    // 'Or send this:' above the sample.
    private bool IsOtherForm(JsonSample sample)
    {
        PageLine? above = null;
        foreach (var line in context.Section.Lines.Where(static line => !line.IsBlank))
        {
            if (ReferenceEquals(line, sample.Lines[0]))
                break;
            above = line;
        }

        return above is { Kind: LineKind.Text } && Alternative().IsMatch(above.Text);
    }

    /// <summary>Gives each parameter in the query of the request line a row. A table can list it under its own name or under that of its placeholder.</summary>
    public void AddQueryOf(RequestDrafter request)
    {
        var rows = Rows("query");
        // The page says where the parameters are, or has a table that cannot be read.
        if (_values.TryGetValue("query", out var value) && (value.Mark.Certainty == Certainty.Printed || request.Query.Count == 0))
            return;
        if (request.Query.Count > 0)
            _values.Remove("query");
        // '?action=open&value=...' has a placeholder as well.
        var hasPlaceholders = request.Query.Any(static parameter => parameter.Placeholder is not null || (parameter.Value is { } value && Elision.Is(value)));
        var withCodes = context.Section.Parts.Where(static part => part.Key is ProfileKeys.Group or "function").SelectMany(static part => part.Visible)
            .Where(static line => line.Codes.Count > 1).ToList();
        foreach (var parameter in request.Query.DistinctBy(static parameter => parameter.Name).Where(IsNew))
        {
            if (parameter.Placeholder is { } placeholder && rows.Find(row => row.Name == placeholder) is { } named)
            {
                named.Name = parameter.Name;
                named.Doubt(Mark.From("the request line"));
                continue;
            }

            var row = new DraftRow(parameter.Name) { Type = TypeParser.Unknown, IsOptional = parameter.IsOptional, IsPresenceUnknown = !parameter.IsOptional };
            row.Lines.AddRange(request.Lines);
            row.Doubt(Mark.From("the request line"));
            if (parameter.Value is { } printed && !Elision.Is(printed))
            {
                // Between placeholders, a value is sent as printed. On its own, it can be an example.
                if (hasPlaceholders || IsConstantInText(parameter.Name, printed))
                    (row.Type, row.Constant) = ("string", printed);
                row.Doubt(Mark.Check("the request line has '" + printed + "'"));
            }

            rows.Add(row);
        }

        foreach (var parameter in request.QueryOfExample.DistinctBy(static parameter => parameter.Name).Where(IsNew))
        {
            var row = new DraftRow(parameter.Name) { Type = TypeParser.Unknown, IsPresenceUnknown = true };
            if (parameter.Value is { } shown && !Elision.Is(shown))
                row.Type = RequestDrafter.TypeOf(Uri.UnescapeDataString(shown));
            row.Doubt(Mark.FromExample);
            rows.Add(row);
        }

        // 'This is an `open` `action`.'
        bool IsConstantInText(string name, string value)
            => withCodes.Exists(line => line.Codes.Contains(value) && line.Codes.Contains(name)
                    && (line.Text.Contains(value + " " + name, StringComparison.Ordinal)
                        || line.Text.Contains(name + " of " + value, StringComparison.Ordinal)));

        bool IsNew(PrintedQuery parameter)
            => !s_kinds.Append("body").Any(kind => Rows(kind).Exists(row => row.Name == parameter.Name))
                && _members?.Children.Exists(row => row.Name == parameter.Name) != true;
    }

    [GeneratedRegex("^(or|alternatively|instead)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Alternative();
}
