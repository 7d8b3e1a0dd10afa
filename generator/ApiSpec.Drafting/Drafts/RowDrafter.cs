using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts a row from a row of a printed table.</summary>
internal sealed partial class RowDrafter(DraftingContext context, string kind)
{
    // The words for numbers that are not whole.
    private static readonly string[] s_fractions = ["double", "float", "decimal", "real"];

    private const string AsBrackets = "[] as brackets";

    // Superscript digits and other signs of footnotes.
    private const string TypeSigns = "*?\u2020\u2021\u00A7\u203B\u00B9\u00B2\u00B3\u2070\u2074\u2075";

    private readonly Profile _profile = context.Profile;

    private readonly CellWords _words = new(context.Profile, kind);

    // The text of other columns of the row.
    private readonly List<string> _behind = [];

    public DraftRow Draft(TableRow printed, TableHeader? header)
    {
        printed = new DescriptionFacts(_profile, kind, _words).Expand(printed);
        _behind.Clear();
        var hasColumn = header is not null && header.Roles.Contains("required");
        var name = RowName.Of(printed["name"], _profile, hasColumn, context.Signs, _words);
        var row = new DraftRow(name.Name) { Place = Folding.Of(printed["in"]) };
        row.Lines.AddRange(printed.Lines);
        row.Doubt(name.Mark);
        if (printed.Doubt is { } doubt)
            row.Doubt(Mark.Check(doubt));
        var (ofType, others) = ReadType(row, printed["type"] is { Length: > 0 } cell ? cell : name.Facts?.Type ?? "");
        if (printed["type"].Length > 0 && name.Facts is { Type: { Length: > 0 } behind } && !IsTypeOf(row, behind))
            row.Doubt(Mark.Check("'" + behind + "' after the name"));
        row.Lists += name.IsList && row.Lists == 0 ? 1 : 0;
        // 'ids[]' in a query or a form shows how its values are sent.
        if (name.IsList && row.Lists == 1 && kind is "query" or "body form" or "body multipart" && row.Type != TypeParser.Unknown)
            RowRemarks.Apply(row, "as brackets");
        foreach (var note in name.Notes)
            Use(row, note);
        ReadPresence(
            row, printed["required"], name.Stated ?? ofType ?? OfOptional(printed[ProfileKeys.Optional]), hasColumn || printed.Cells.ContainsKey("required"));
        // The rows of a table of parameters can become those of the body.
        if (ProfileKeys.IsBody(kind) || kind == "query")
            ReadParent(row, printed);
        foreach (var other in others.Where(other => !ReadSentence(row, other)))
        {
            _behind.Add(other);
            row.Doubt(Mark.Check("type '" + printed["type"] + "'"));
        }

        ReadCells(row, printed, header?.TitleOf("range") ?? "");
        ReadDescription(row, printed);
        if (name.Badge.Length > 0 && row.Description?.Contains(name.Badge, StringComparison.OrdinalIgnoreCase) != true)
            row.Description = row.Description is null ? name.Badge : name.Badge + ". " + row.Description;
        ReadProse(row);
        // The presence also depends on the default, which is read after it.
        if (row.HasDefaultPresence)
            SetPresence(row, _profile.UnstatedOf(kind), kind);
        foreach (var text in printed.Unread)
            context.Ledger.Leave(printed.Lines[0], text);
        return row;
    }

    // The facts that only the words of the description show.
    private void ReadProse(DraftRow row)
    {
        // Only values in bodies can be null.
        if (ProfileKeys.IsBody(kind))
            ProseNull.Read(row);
        ProseValues.Read(row, canBeNull: ProfileKeys.IsBody(kind));
        ProseDefault.Read(row, _profile);
        ProseRange.Read(row);
        // 32 bits do not hold the milliseconds since 1970.
        if (row is { Type: "int", Description: { } description } && Milliseconds().IsMatch(description))
        {
            row.Type = "long";
            row.Doubt(Mark.From("the description"));
        }
    }

    // Returns what else the cell says: the word for required, and parts that can be remarks.
    private (Requirement? Stated, IReadOnlyList<string> Others) ReadType(DraftRow row, string printed)
    {
        printed = printed.Replace("`", "", StringComparison.Ordinal);
        var (type, mark) = context.Types.Of(printed);
        Requirement? stated = null;
        var others = new List<string>();
        if (mark.Certainty == Certainty.Guessed)
        {
            var plain = WithoutSign(row, printed, ref stated);
            if (RowFacts.ReadWithDefault(plain, _words) is { Type.Length: > 0 } facts)
            {
                (type, mark) = context.Types.Of(facts.Type);
                stated ??= facts.Required.Length > 0 ? RowName.RequirementOf(facts.Required, _profile) : facts.IsOptional ? Requirement.Optional : null;
                if (facts.Default.Length > 0)
                    row.Remarks.Add("default " + RowWriter.Quoted(facts.Default.Trim('"')));
            }
            else if (plain.Length < printed.Length && IsType(plain))
            {
                (type, mark) = context.Types.Of(plain);
            }
            else if (TypeCell.Read(plain, IsType, text => RowName.RequirementOf(text, _profile) is not null) is { } cell)
            {
                (type, mark) = context.Types.Of(cell.Type);
                foreach (var other in cell.Others)
                {
                    if (RowName.RequirementOf(other, _profile) is { } requirement)
                        stated ??= requirement;
                    else
                        others.Add(other);
                }
            }
        }

        Take(row, type);
        row.IsAnyNumber = row.Type == "double" && !s_fractions.Any(word => printed.Contains(word, StringComparison.OrdinalIgnoreCase));
        row.Doubt(mark);
        if (others.RemoveAll(static other => other.ToLowerInvariant() is "nullable" or "null" or "or null") > 0)
            row.IsNullable = true;
        return (stated, others);
    }

    private bool IsTypeOf(DraftRow row, string printed)
    {
        var other = new DraftRow("");
        Take(other, context.Types.Of(printed).Type);
        return (other.Type, other.Lists) == (row.Type, row.Lists);
    }

    private bool IsType(string text)
        => _words.IsType(text) || context.Types.Of(text) is { Type: not TypeParser.Unknown, Mark.Certainty: Certainty.Printed };

    // 'string *', where the sign is a footnote unless the page explains it.
    private string WithoutSign(DraftRow row, string printed, ref Requirement? stated)
    {
        var plain = printed.TrimEnd();
        if (plain.Length < 2 || !TypeSigns.Contains(plain[^1], StringComparison.Ordinal) || !IsType(plain[..^1].TrimEnd()))
            return plain;
        if (context.Signs.Of(plain[^1]) is { } note)
        {
            stated = note.Stated;
            Use(row, note);
        }
        else
        {
            row.Doubt(Mark.Check("the sign after the type '" + plain + "'"));
        }

        return plain[..^1].TrimEnd();
    }

    private void Use(DraftRow row, SignNote note)
    {
        row.IsNullable |= note.IsNullable;
        if (note.Line is { } line)
            context.Ledger.Use(line);
    }

    // The object that the row belongs to, and its own label: 'object {1}'.
    private void ReadParent(DraftRow row, TableRow printed)
    {
        var parent = printed[ProfileKeys.Parent].Trim('"', '\'', '`', ' ');
        row.Parent = _profile.IsNothing(parent) ? "" : parent.EndsWith("[]", StringComparison.Ordinal) ? parent[..^2] : parent;
        if (printed.Cells.ContainsKey(ProfileKeys.Parent))
            row.Labels = [.. printed.Left.Append(printed["type"]).Append(printed["description"]).SelectMany(RowLabels.In)];
    }

    /// <summary>Sets the type of a row, with lists, range and null, from a string: <c>string[1..5] or null</c>.</summary>
    public static void Take(DraftRow row, string text)
    {
        var read = RowText.Parse(text);
        if (read.Type is null || read.Diagnostics.Count > 0)
        {
            row.Type = TypeParser.Unknown;
            row.Doubt(Mark.Check("type '" + text + "'"));
            return;
        }

        var type = text;
        if (read.Range is { } range)
        {
            row.Range = range.Text;
            type = type[..range.Offset].TrimEnd();
        }

        if (type.EndsWith(" or null", StringComparison.Ordinal))
        {
            row.IsNullable = true;
            type = type[..^" or null".Length].TrimEnd();
        }

        while (ListEnd().Match(type) is { Success: true } list && !type.Contains(" as ", StringComparison.Ordinal))
        {
            row.Lists++;
            row.ItemRange = row.Lists == 1 ? list.Groups["range"].Value : row.ItemRange;
            type = list.Groups["type"].Value;
            if (type.StartsWith('(') && type.EndsWith(')'))
                type = type[1..^1];
        }

        row.Type = type;
    }

    // 'Yes' under 'Optional' means the opposite of 'Yes' under 'Required', and 'optional' means the same.
    private Requirement? OfOptional(string printed) => RowName.RequirementOf(printed, _profile) switch
    {
        null => null,
        var stated when Folding.Of(printed) is ['o', 'p', 't', ..] or ['r', 'e', 'q', ..] => stated,
        Requirement.Required => Requirement.Optional,
        _ => Requirement.Required,
    };

    private void ReadPresence(DraftRow row, string printed, Requirement? ofName, bool hasColumn)
    {
        var stated = RowName.RequirementOf(printed, _profile) ?? ofName;
        if (stated is null && hasColumn && printed.Length > 0 && !_profile.IsNothing(printed))
        {
            // 'Conditional' and 'See the note' mean that some calls can leave it out.
            stated = Requirement.Optional;
            row.Doubt(Mark.Check("required: '" + printed + "'"));
        }

        if (hasColumn && printed.Length == 0)
            stated ??= Requirement.NotStated;
        row.HasDefaultPresence = stated is null;
        SetPresence(row, stated ?? _profile.UnstatedOf(kind), kind);
    }

    /// <summary>Moves a row to a table of another kind, whose rows have another presence if the page does not state it.</summary>
    public static void Move(DraftRow row, string kind, Profile profile)
    {
        if (row.HasDefaultPresence)
            SetPresence(row, profile.UnstatedOf(kind), kind);
        // JSON has lists of its own.
        if (kind == "body" && row.Type is { } type && type.EndsWith(AsBrackets, StringComparison.Ordinal))
            (row.Type, row.Lists) = (type[..^AsBrackets.Length].Trim('(', ')'), 1);
        row.Children.ForEach(child => Move(child, kind, profile));
    }

    /// <summary>Sets the presence that the heading above a row states, if the row does not state its own.</summary>
    public static void State(DraftRow row, Requirement requirement, string kind)
    {
        if (!row.HasDefaultPresence && !row.IsPresenceUnknown)
            return;
        row.HasDefaultPresence = false;
        SetPresence(row, requirement, kind);
    }

    private static void SetPresence(DraftRow row, Requirement requirement, string kind)
    {
        row.IsOptional = requirement == Requirement.Optional && kind != "path";
        row.IsPresenceUnknown = requirement == Requirement.NotStated && kind != "path";
        // The rule of the profile is for rows that say nothing. A request can leave out what has a default.
        if (row.HasDefaultPresence && requirement == Requirement.Required
            && kind is not ("path" or "response" or ProfileKeys.Error or ProfileKeys.ResponseHeaders)
            && row.Remarks.Exists(static remark => remark.StartsWith("default ", StringComparison.Ordinal)))
        {
            row.IsOptional = true;
            row.Doubt(Mark.From("the default"));
        }
    }

    // '64' under 'Max length', and 'at most 64' under any title.
    private void ReadRange(DraftRow row, string range, string title)
    {
        if (RowRemarks.Bounds().Match(range.Replace(",", "", StringComparison.Ordinal)) is { Success: true } bounds && RowRemarks.CanHaveRange(row))
        {
            RowRemarks.SetRange(row, bounds.Groups["min"].Value + ".." + bounds.Groups["max"].Value);
        }
        else if (Limit().Match(range) is { Success: true } limit && RowRemarks.CanHaveRange(row))
        {
            var number = limit.Groups["limit"].Value.Replace(",", "", StringComparison.Ordinal);
            var isMinimum = title.StartsWith("min", StringComparison.OrdinalIgnoreCase);
            RowRemarks.SetRange(row, isMinimum ? number + ".." : ".." + number);
            if (!isMinimum && !title.StartsWith("max", StringComparison.OrdinalIgnoreCase))
                row.Doubt(Mark.Check("the range"));
        }
        else if (!ReadSentence(row, range))
        {
            _behind.Add(range);
        }
    }

    private void ReadCells(DraftRow row, TableRow printed, string titleOfRange)
    {
        if (printed["range"] is { Length: > 0 } range && !_profile.IsNothing(range))
            ReadRange(row, range, titleOfRange);

        if (printed["values"] is { Length: > 0 } values && !_profile.IsNothing(values) && !ReadSentence(row, values))
        {
            if (row.Type is "string" or TypeParser.Unknown && printed.Blocks.TryGetValue("values", out var blocks)
                && ValueList.Read([.. blocks.Select(static block => block.Text)]) is { Meanings.Count: 0, HasWords: false } listed)
            {
                row.Type = "enum " + listed.Values;
                // Words can also be a sentence about the values.
                if (blocks.Any(static block => block.Text.Contains(' ', StringComparison.Ordinal)))
                    row.Doubt(Mark.Check("the values"));
            }
            else if (row.Type is "string" or TypeParser.Unknown && TypeWords.Values(values) is { } list && list.Contains('|', StringComparison.Ordinal))
                row.Type = "enum " + list;
            else if (row.Type is TypeParser.Unknown && context.Types.Of(values) is { Type: not TypeParser.Unknown, Mark.Certainty: Certainty.Printed } typed)
                Take(row, typed.Type);
            else
                _behind.Add(values);
        }

        if (printed["default"] is { Length: > 0 } standard && !_profile.IsNothing(standard))
            row.Remarks.Add("default " + RowWriter.Quoted(standard.Trim('"')));
        if (IsYes(printed, "null"))
            row.IsNullable = true;
        if (IsYes(printed, "filter"))
            row.Remarks.Add("filter");
        if (printed["since"] is { Length: > 0 } since && !_profile.IsNothing(since))
            row.Remarks.Add("since " + RowWriter.Quoted(EditionWords.Since(since, _profile) ?? since));
    }

    // A cell that is neither yes nor no contains other information.
    private bool IsYes(TableRow printed, string role)
    {
        var cell = printed[role];
        var requirement = RowName.RequirementOf(cell, _profile);
        if (requirement is null && cell.Length > 0 && !_profile.IsNothing(cell))
            context.Ledger.Leave(printed.Lines[0], role + ": " + cell);
        return requirement == Requirement.Required;
    }

    [GeneratedRegex(
        "\\b(milliseconds|ms|microseconds|nanoseconds) since\\b|\\bepoch[ -](ms|milliseconds)\\b|\\btimestamp \\(?in (milli|micro|nano)seconds|"
            + "\\bmilliseconds [a-z ]{0,20}epoch\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Milliseconds();

    [GeneratedRegex("^(?<limit>[0-9][0-9,]{0,11})( ?(characters|chars))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(?<type>.+)\[(?<range>[0-9.]*)\]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListEnd();
}
