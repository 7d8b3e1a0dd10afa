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

    private const string Flag = "flag";
    private const int LongestNote = 60;

    private static readonly string[] s_plainTypes = ["string", "int", "long", "double", "decimal", "boolean", "date", "date-time", "uuid", "url"];

    private const string AsBrackets = "[] as brackets";

    // Superscript digits and other signs of footnotes.
    private const string TypeSigns = "*?\u2020\u2021\u00A7\u203B\u00B9\u00B2\u00B3\u2070\u2074\u2075";

    private readonly Profile _profile = context.Profile;

    private readonly CellWords _words = new(context.Profile, kind);

    // The text of other columns of the row.
    private readonly List<string> _behind = [];

    public DraftRow Draft(TableRow printed, TableHeader? header)
    {
        printed = new DescriptionFacts(_profile, kind, _words).Expand(BlockLabels.Expand(printed, _profile, kind, _words));
        _behind.Clear();
        var hasColumn = header is not null && header.Roles.Contains("required");
        var name = RowName.Of(NameCell(printed), _profile, hasColumn, context.Signs, _words, ProfileKeys.IsBody(kind));
        var row = new DraftRow(name.Name) { Place = Folding.Of(printed["in"]) };
        TakeOtherName(row);
        // 'operation=add'.
        var (ofName, fixedValue) = FixedValue(row.Name);
        row.Name = ofName;
        row.Lines.AddRange(printed.Lines);
        row.Doubt(name.Mark);
        if (fixedValue.Length > 0 && !context.HasInQuery(name.Name))
            row.Doubt(Mark.Check("whether the value is fixed"));
        if (printed.Doubt is { } doubt)
            row.Doubt(Mark.Check(doubt));
        var (ofType, others) = ReadType(row, printed["type"] is { Length: > 0 } cell ? cell : name.Facts?.Type ?? "");
        if (printed["type"].Length > 0 && name.Facts is { Type: { Length: > 0 } behind } && !IsTypeOf(row, behind))
            row.Doubt(Mark.Check("'" + behind + "' after the name"));
        if (name.Facts is { Default: { Length: > 0 } standard } && !TakeDefault(row, standard))
            _behind.Add("Default: " + standard);
        row.Lists += name.IsList && row.Lists == 0 ? 1 : 0;
        // 'ids[]' in a query or a form shows how its values are sent.
        if (name.IsList && row.Lists == 1 && kind is "query" or "body form" or "body multipart" && row.Type != TypeParser.Unknown)
            RowRemarks.Apply(row, "as brackets");
        foreach (var note in name.Notes)
            Use(row, note);
        ReadPresence(
            row, printed, name.Stated ?? ofType ?? OfOptional(printed[ProfileKeys.Optional]), header?.TitleOf("required"));
        // The rows of a table of parameters can become those of the body.
        if (ProfileKeys.IsBody(kind) || kind == "query")
            ReadParent(row, printed);
        foreach (var other in others.Where(other => !ReadSentence(row, other) && !IsRange(row, other)))
        {
            _behind.Add(other);
            if (!TypeCell.IsUnit(other))
                row.Doubt(Mark.Check("type '" + printed["type"] + "'"));
        }

        foreach (var aside in name.Asides.Where(aside => !TakeAside(row, aside)))
            row.Doubt(Mark.Check("'" + aside + "' after the name"));
        printed = TakeMembers(row, printed);
        ReadCells(row, printed, header);
        ReadDescription(row, printed);
        if (name.Badge.Length > 0 && row.Description?.Contains(name.Badge, StringComparison.OrdinalIgnoreCase) != true)
            row.Description = row.Description is null ? name.Badge : name.Badge + ". " + row.Description;
        ReadProse(row);
        if (fixedValue.Length > 0 && row.Type is "string" or TypeParser.Unknown && !row.Remarks.Exists(PrintedDefault.Is)
            && RowRemarks.Apply(row, "always " + RowWriter.Quoted(fixedValue)))
            row.Type = "string";
        KeepFlags(row, kind);
        CheckValues(row, isTyped: printed["type"].Length > 0 || name.Facts is { Type.Length: > 0 });
        // The presence also depends on the default, which is read after it.
        if (row.HasDefaultPresence)
            SetPresence(row, _profile.UnstatedOf(kind), kind);
        foreach (var text in printed.Unread)
            context.Ledger.Leave(printed.Lines[0], text);
        return row;
    }

    // A word in brackets stands for a value.
    private static (string Name, string Value) FixedValue(string name)
        => name.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && CellWords.IsName(name[..sign]) && name.AsSpan(sign + 1).IndexOfAny(' ', '=') < 0
            ? (name[..sign], name[(sign + 1)..] is [>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9', ..] value ? value : "")
            : (name, "");

    // Without a type, true and false are those of a boolean, and JSON can have the values 0 and 1 as numbers.
    private void CheckValues(DraftRow row, bool isTyped)
    {
        if (isTyped || row.Type?.StartsWith("enum ", StringComparison.Ordinal) != true)
            return;
        var values = row.Type["enum ".Length..].Split('|');
        if (values is ["true", "false"] or ["false", "true"])
        {
            row.Type = "boolean";
            row.Doubt(Mark.From("the values"));
        }
        else if (ProfileKeys.IsBody(kind) && Array.TrueForAll(values, static value => PrintedNumbers.Read(value) is not null))
        {
            row.Doubt(Mark.Check("whether the values are numbers"));
        }
    }

    // The facts that only the words of the description show.
    private void ReadProse(DraftRow row)
    {
        // Only values in bodies can be null.
        if (ProfileKeys.IsBody(kind))
            ProseNull.Read(row);
        ReadTypeOfWords(row);
        ProseValues.Read(row, canBeNull: ProfileKeys.IsBody(kind));
        ProseDefault.Read(row, _profile);
        ProseConstant.Read(row);
        ProseRange.Read(row);
        // 'date' in the column of types can also mean a date with a time.
        if (row is { Type: "date", Description: { } words } && Moment().IsMatch(words))
            row.Doubt(Mark.Check("the description has a time"));
        // 32 bits do not hold the milliseconds since 1970.
        if (row is { Type: "int", Description: { } description } && Milliseconds().IsMatch(description))
        {
            row.Type = "long";
            row.Doubt(Mark.From("the description"));
        }

        NumberMeanings.Read(row);
    }

    // 'An array of numbers', 'A date when the rack was moved'. A word such as 'map' can mean a thing.
    private void ReadTypeOfWords(DraftRow row)
    {
        if (row is not { Type: TypeParser.Unknown, Lists: 0, HasChildren: false, Constant: null, Description: { } text }
            || TypeLead().Match(text) is not { Success: true } lead || context.Types.Of(lead.Groups["type"].Value) is not
                { Mark.Certainty: Certainty.Printed, Type: var type } || !s_plainTypes.Contains(type.Replace("[]", "", StringComparison.Ordinal)))
            return;
        Take(row, type);
        row.IsAnyNumber = row.Type == "double";
        row.Doubt(Mark.From("the description"));
    }

    // Returns what else the cell says: the word for required, and parts that can be remarks.
    private (Requirement? Stated, IReadOnlyList<string> Others) ReadType(DraftRow row, string printed)
    {
        printed = printed.Replace("`", "", StringComparison.Ordinal);
        // 'sort (default: 1)', 'sort (optional)'.
        if (RowName.RequirementOf(printed, _profile) is { } alone && !IsType(printed))
            return (alone, []);
        if (RowFacts.AfterLabel(printed) is { Length: > 0 } first && !IsType(printed))
        {
            row.Type = TypeParser.Unknown;
            return (null, TakeDefault(row, first) ? [] : [printed]);
        }

        var (type, mark) = context.Types.Of(printed);
        Requirement? stated = null;
        var standard = "";
        var others = new List<string>();
        // 'enum: low, high (default)'.
        if (mark.Certainty == Certainty.Printed && type.StartsWith("enum ", StringComparison.Ordinal) && TypeValues.Read(printed, _words) is { } values)
        {
            standard = values.Values.Default ?? "";
            if (!values.Values.IsWhole)
                _behind.Add(printed);
        }

        if (mark.Certainty == Certainty.Guessed)
        {
            var plain = WithoutSign(row, printed, ref stated);
            if (NumberOrWords.Read(printed, _words) is { } mixed)
            {
                (type, mark) = (mixed, Mark.Printed);
            }
            else if (TypeValues.Read(printed, _words) is { } listed)
            {
                (type, mark) = ("enum " + listed.Values.Text, listed.IsSure ? Mark.Printed : Mark.Check("the values"));
                standard = listed.Values.Default ?? "";
                if (!listed.Values.IsWhole)
                    _behind.Add(printed);
            }
            else if (RowFacts.ReadWithDefault(plain, _words) is { Type.Length: > 0 } facts)
            {
                (type, mark) = context.Types.Of(facts.Type);
                stated ??= facts.Required.Length > 0 ? RowName.RequirementOf(facts.Required, _profile) : facts.IsOptional ? Requirement.Optional : null;
                standard = facts.Default;
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
        if (standard.Length > 0 && !TakeDefault(row, standard))
            others.Add("Default: " + standard);
        // 'int(11)' is a number of digits or bits.
        if (row is { Type: "int" or "long" or "double" or "decimal", Range: not null } && SizeOfType().IsMatch(printed))
        {
            row.Range = null;
            others.Add(printed);
        }

        row.IsAnyNumber = row.Type == "double" && !s_fractions.Any(word => printed.Contains(word, StringComparison.OrdinalIgnoreCase));
        row.Doubt(mark);
        if (others.RemoveAll(static other => other.ToLowerInvariant() is "nullable" or "null" or "or null") > 0)
            row.IsNullable = true;
        return (stated, others);
    }

    // 'size' and, on the next line of the cell, 'optional, nil allowed'.
    private static string NameCell(TableRow printed)
        => printed.Blocks.GetValueOrDefault("name") is [{ Text: var name }, { Text: var words }] && CellWords.IsName(name) && words.Length <= LongestNote
            && words.AsSpan().IndexOfAny('(', ')') < 0
            ? name + " (" + words + ")" : printed["name"];

    // The name of a placeholder and that of a header stand alone.
    private bool CanHaveAlias => ProfileKeys.IsBody(kind) || kind is "query" or "body form" or "body multipart";

    // 'limit or n': the page prints both names in one cell.
    private void TakeOtherName(DraftRow row)
    {
        if (!CanHaveAlias || row.Name.Split([" or ", " / "], StringSplitOptions.TrimEntries) is not [var first, var second]
            || !CellWords.IsName(first) || !CellWords.IsName(second))
            return;
        row.Name = RowName.Unquoted(first);
        row.Aliases.Add(RowName.Unquoted(second));
        row.Doubt(Mark.Check("whether '" + row.Aliases[0] + "' is another name"));
    }

    // 'since 2.8', '2.8+', 'nullable'.
    private bool TakeAside(DraftRow row, string aside)
    {
        if (OtherName().Match(aside) is { Success: true } other && CanHaveAlias)
        {
            row.Aliases.Add(other.Groups["name"].Value);
            return true;
        }

        if (aside.ToLowerInvariant() is "nullable" or "nil allowed" or "null allowed" or "can be null" or "or null")
            return RowRemarks.Apply(row, "or null");
        return FromVersion().Match(aside) is { Success: true } from
            ? RowRemarks.Apply(row, "since " + RowWriter.Quoted(EditionWords.Since(from.Groups["version"].Value, _profile) ?? from.Groups["version"].Value))
            : ReadSentence(row, aside);
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

    /// <summary>Moves a row to a table of another kind, whose rows have another presence if the page does not state it.</summary>
    public static void Move(DraftRow row, string kind, Profile profile)
    {
        if (row.HasDefaultPresence)
            SetPresence(row, profile.UnstatedOf(kind), kind);
        // What the page says about a row of the path has no effect there.
        else if (kind == "query" && row.Stated is { } stated && !row.IsOptional)
            SetPresence(row, stated, kind);
        KeepFlags(row, kind);
        // JSON has lists of its own.
        if (kind == "body" && row.Type is { } type && type.EndsWith(AsBrackets, StringComparison.Ordinal))
            (row.Type, row.Lists) = (type[..^AsBrackets.Length].Trim('(', ')'), 1);
        row.Children.ForEach(child => Move(child, kind, profile));
    }

    // The profile can call a type 'flag', and the table becomes that of a body. Only a query has parameters without a value.
    private static void KeepFlags(DraftRow row, string kind)
    {
        if (row.Type != Flag || kind is "query" or ProfileKeys.Parameters)
            return;
        row.Type = TypeParser.Unknown;
        row.Doubt(Mark.Check("the profile says '" + Flag + "', which only a query has"));
    }

    /// <summary>Sets the presence that the heading above a row states, if the row does not state its own.</summary>
    public static void State(DraftRow row, Requirement requirement, string kind)
    {
        if (!row.HasDefaultPresence && !row.IsPresenceUnknown)
            return;
        (row.HasDefaultPresence, row.Stated) = (false, requirement);
        SetPresence(row, requirement, kind);
    }

    private static void SetPresence(DraftRow row, Requirement requirement, string kind)
    {
        row.IsOptional = requirement == Requirement.Optional && kind != "path";
        row.IsPresenceUnknown = requirement == Requirement.NotStated && kind != "path";
        // The rule of the profile is for rows that say nothing. A request can leave out what has a default.
        if (row.HasDefaultPresence && requirement == Requirement.Required
            && kind is not ("path" or "response" or ProfileKeys.Error or ProfileKeys.ResponseHeaders)
            && row.Remarks.Exists(PrintedDefault.Is))
        {
            row.IsOptional = true;
            row.Doubt(Mark.From("the default"));
        }
    }

    [GeneratedRegex(
        "\\b(milliseconds|ms|microseconds|nanoseconds) since\\b|\\bepoch[ -](ms|milliseconds)\\b|\\btimestamp,? \\(?(in )?((milli|micro|nano)seconds?|ms)\\b|"
            + "\\bmilliseconds [a-z ]{0,20}epoch\\b|\\b(ms|milliseconds?|unix) (unix )?(timestamp|format) ?\\(?(in )?(ms|milliseconds?)\\b|"
            + "\\b(ms|milliseconds?) (unix |epoch )?timestamp\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Milliseconds();

    [GeneratedRegex(
        "^an? (?<type>([a-z0-9-]{3,12} (of|list|array) )?[a-z0-9-]{3,12})( (array|list))?(?= (that|which|when|with|to|for|between|from|containing|"
            + "representing|indicating|"
            + "specifying|giving|describing|identifying|naming|used|value)\\b|[,.;(]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TypeLead();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\([0-9]{1,9}\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SizeOfType();

    [GeneratedRegex(@"^v?(?<version>[0-9]{1,4}(\.[0-9]{1,4}){1,3})\+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FromVersion();

    // 'alias: n', 'also known as n'.
    [GeneratedRegex(
        @"^(alias(es)?|short name|short form|also( known as| called)?|aka|a\.k\.a\.)( of| is)?:? [`""']?(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,60})[`""']?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OtherName();

    [GeneratedRegex(@"^(?<type>.+)\[(?<range>[0-9.]*)\]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListEnd();
}
