using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts a row from a row of a printed table.</summary>
internal sealed partial class RowDrafter(DraftingContext context, string kind)
{
    // Longer sentences are not searched for remarks.
    private const int LongestSentence = 1_000;

    // The words for numbers that are not whole.
    private static readonly string[] s_fractions = ["double", "float", "decimal", "real"];

    private static readonly string[] s_presence = ["Required", "Optional", "Mandatory"];

    private readonly Profile _profile = context.Profile;

    // The text of other columns of the row.
    private readonly List<string> _behind = [];

    public DraftRow Draft(TableRow printed, TableHeader? header)
    {
        printed = new DescriptionFacts(_profile, kind).Expand(printed);
        _behind.Clear();
        var hasColumn = header is not null && header.Roles.Contains("required");
        var name = RowName.Of(printed["name"], _profile, hasColumn);
        var row = new DraftRow(name.Name) { Place = Folding.Of(printed["in"]) };
        row.Lines.AddRange(printed.Lines);
        row.Doubt(name.Mark);
        if (printed.Doubt is { } doubt)
            row.Doubt(Mark.Check(doubt));
        var (type, mark) = context.Types.Of(printed["type"]);
        Requirement? ofType = null;
        if (mark.Certainty == Certainty.Guessed && RowName.SplitType(printed["type"], _profile) is { Stated: { } stated, Type: var typed })
        {
            ofType = stated;
            (type, mark) = context.Types.Of(typed);
        }

        Take(row, type);
        row.IsAnyNumber = row.Type == "double" && !s_fractions.Any(word => printed["type"].Contains(word, StringComparison.OrdinalIgnoreCase));
        row.Doubt(mark);
        row.Lists += name.IsList && row.Lists == 0 ? 1 : 0;
        ReadPresence(row, printed["required"], name.Stated ?? ofType, hasColumn || printed.Cells.ContainsKey("required"));
        if (ProfileKeys.IsBody(kind))
            ReadParent(row, printed);
        ReadCells(row, printed);
        ReadDescription(row, printed);
        ProseRange.Read(row);
        foreach (var cell in printed.Unread)
            context.Ledger.Leave(printed.Lines[0], cell);
        return row;
    }

    // The object that the row belongs to, and its own label: 'object {1}'.
    private static void ReadParent(DraftRow row, TableRow printed)
    {
        row.Parent = printed[ProfileKeys.Parent];
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
        row.Children.ForEach(child => Move(child, kind, profile));
    }

    /// <summary>Sets the presence that the heading above a row states, if the row does not state its own.</summary>
    public static void State(DraftRow row, Requirement requirement, string kind)
    {
        if (!row.HasDefaultPresence)
            return;
        row.HasDefaultPresence = false;
        SetPresence(row, requirement, kind);
    }

    private static void SetPresence(DraftRow row, Requirement requirement, string kind)
    {
        row.IsOptional = requirement == Requirement.Optional && kind != "path";
        row.IsPresenceUnknown = requirement == Requirement.NotStated && kind != "path";
    }

    private void ReadCells(DraftRow row, TableRow printed)
    {
        if (printed["range"] is { Length: > 0 } range && !_profile.IsNothing(range))
        {
            if (RowRemarks.Bounds().Match(range.Replace(",", "", StringComparison.Ordinal)) is { Success: true } bounds && RowRemarks.CanHaveRange(row))
                RowRemarks.SetRange(row, bounds.Groups["min"].Value + ".." + bounds.Groups["max"].Value);
            else if (!ReadSentence(row, range))
                _behind.Add(range);
        }

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

    // Reads a list of values under the sentence that introduces them.
    private bool ReadValues(DraftRow row, string introduction, IReadOnlyList<string> items, List<string> kept)
    {
        if (ValueList.Read(items) is not { } list)
            return false;
        var remark = _profile.Remarks.FirstOrDefault(remark => ValueList.Introduces(remark.Printed, introduction)).Remark;
        if (remark is null && (list.HasWords || !ValueList.IsIntroduction(introduction) || row.Type is not ("string" or TypeParser.Unknown)))
            return false;
        var filled = new Dictionary<string, string>(StringComparer.Ordinal) { ["values"] = list.Values };
        if (!RowRemarks.Apply(row, remark is null ? "enum " + list.Values : TextPattern.Fill(remark, filled)))
            return false;
        if (remark is null)
            row.Doubt(Mark.Check("the values"));
        kept.AddRange(list.Meanings);
        return true;
    }

    /// <summary>Reads a list under a row as the values that the last sentence of its description introduces.</summary>
    /// <returns>Whether the items are its values.</returns>
    public bool AddValues(DraftRow row, IReadOnlyList<string> items)
    {
        var sentences = Sentences(row.Description ?? "").ToList();
        var meanings = new List<string>();
        if (sentences.Count == 0 || !ReadValues(row, sentences[^1], items, meanings))
            return false;
        row.Description = string.Join(' ', sentences.SkipLast(1).Concat(meanings));
        return true;
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

    private void ReadDescription(DraftRow row, TableRow printed)
    {
        var text = new LabelledFacts(context, kind).Read(row, printed);
        if (_profile.IsNothing(text) || (row.Labels.Count > 0 && RowLabels.IsOnlyType(text, new CellWords(_profile, kind))))
            text = "";
        // Labels can be in any part of the cell.
        var hasLabels = text.Length < PageText.Of(printed["description"]).Length && text.Length > 0;
        var parts = hasLabels ? null : printed.Blocks.GetValueOrDefault("description");
        var kept = new List<string>();
        var isChanged = false;
        foreach (var (block, items) in parts is null ? [(text, [])] : ValueList.Divide(parts))
        {
            if (parts is not null && _profile.IsNothing(block))
            {
                isChanged = true;
                continue;
            }

            var sentences = Sentences(block).ToList();
            var hasValues = items.Count > 0 && ReadValues(row, sentences[^1], items, kept);
            foreach (var sentence in hasValues ? sentences.SkipLast(1) : sentences.Concat(items))
            {
                if (IsLabel(sentence))
                {
                    context.Ledger.Leave(printed.Lines[0], sentence);
                    isChanged = true;
                    continue;
                }

                var rest = Rest(row, sentence);
                isChanged |= rest != sentence;
                if (rest is { Length: > 0 })
                    kept.Add(rest);
            }

            isChanged |= hasValues;
        }

        isChanged |= kept.Count > 1 && text.Contains('\u2022', StringComparison.Ordinal);
        var description = isChanged ? string.Join(' ', kept) : text;
        // The text of other columns comes after the description.
        foreach (var part in _behind)
            description = description.Length == 0 ? part : description + (description[^1] is '.' or '\u3002' ? " " : ". ") + part;
        if (description.Length > 0)
            row.Description = description;
    }

    // 'Default value:' without a value. The values of a list can follow as items.
    private bool IsLabel(string sentence)
        => sentence.EndsWith(':') && Folding.Of(sentence) is var label && _profile.Remarks.Any(
            remark => !remark.Printed.Names.Contains("values") && remark.Printed.Text.IndexOf(": {", StringComparison.Ordinal) is > 0 and var colon
                && Folding.Of(remark.Printed.Text[..colon]) == label);

    // Reads parts that the profile knows as remarks, also in parentheses or after a comma: 'The level, one of: low, high (default: low).'
    private string? Rest(DraftRow row, string sentence)
    {
        if (_profile.IsDropped(sentence) || ReadSentence(row, sentence))
            return null;
        if (sentence.Length > LongestSentence)
            return sentence;
        var text = sentence.TrimEnd();
        // 'Required Name of the rack', where the page prints the first word in bold.
        if (text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && first + 1 < text.Length && char.IsUpper(text[first + 1])
            && char.IsUpper(text[0]) && s_presence.Contains(text[..first]) && ReadSentence(row, text[..first]))
        {
            row.Doubt(Mark.From("the first word"));
            return Rest(row, text[(first + 1)..]);
        }

        // '(Required) Name of the rack'.
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 1 and var close && close + 1 < text.Length
            && (ReadSentence(row, text[..(close + 1)]) || ReadSentence(row, text[1..close])))
            return Rest(row, text[(close + 1)..].TrimStart());
        var end = text.TrimEnd('.', '\u3002');
        if (end.EndsWith(')') && end.LastIndexOf('(') is > 0 and var open && (ReadSentence(row, end[(open + 1)..^1], isPart: true)
            || ReadList(row, end[(open + 1)..^1])))
            return Rest(row, end[..open].TrimEnd() + text[end.Length..]);
        for (var comma = text.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = text.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (ReadSentence(row, text[(comma + 2)..], isPart: true))
                return text[..comma].TrimEnd();
        }

        return sentence;
    }

    // '(default: 25, max: 100)', if each part is a remark.
    private bool ReadList(DraftRow row, string list)
    {
        var parts = list.Split([", ", "; "], StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            return false;
        var remarks = parts.Select(part => RemarkOf(row, part, isPart: false)).ToList();
        if (remarks.Exists(static remark => remark is not { IsWhole: true } || remark.Value.Text.StartsWith("when ", StringComparison.Ordinal)))
            return false;
        return remarks.TrueForAll(remark => RowRemarks.Apply(row, remark!.Value.Text));
    }

    private bool ReadSentence(DraftRow row, string sentence, bool isPart = false)
        // A sentence with further words says more than the remark.
        => RemarkOf(row, sentence, isPart) is (var remark, var isWhole) && RowRemarks.Apply(row, remark) && isWhole;

    // Returns the remark that a sentence means, and whether the sentence says no more; null: the profile does not know the sentence.
    private (string Text, bool IsWhole)? RemarkOf(DraftRow row, string sentence, bool isPart)
    {
        var text = sentence.TrimEnd('.', '\u3002', ' ');
        foreach (var (pattern, remark) in _profile.Remarks)
        {
            // Part of a sentence can have a condition before it, so only remarks without a condition are read there.
            if ((isPart && !remark.StartsWith("enum ", StringComparison.Ordinal) && !remark.StartsWith("default ", StringComparison.Ordinal))
                || (pattern.Match(text) ?? pattern.Match(sentence)) is not { } gaps)
                continue;
            // If the text for the values is ordinary words, it is a sentence: 'Possible values are the name of a rack or a shelf.'
            if (gaps.TryGetValue("values", out var values) && TypeWords.Values(values) is null)
                continue;
            // In 'The default is 0 seconds' the value is not a number, and in 'The default is the current time' it is not a value.
            if (gaps.TryGetValue("value", out var value) && value.Contains(' ', StringComparison.Ordinal)
                && (row.Type is not ("string" or TypeParser.Unknown) || value.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || IsPhrase(value)))
                continue;
            var filled = gaps.ToDictionary(static gap => gap.Key, gap => Fill(gap.Key, gap.Value), StringComparer.Ordinal);
            return (TextPattern.Fill(remark, filled), !pattern.HasAnyWords);
        }

        return null;
    }

    // 'set by the server' says where a value comes from.
    private bool IsPhrase(string value) => (char.IsLower(value[0]) && value.Count(static c => c == ' ') > 1) || _profile.IsConditional(value);

    private static string Fill(string gap, string value) => gap switch
    {
        "value" => RowWriter.Quoted(value.Trim('"', '\u201C', '\u201D')),
        "values" => TypeWords.Values(value) ?? value,
        "min" or "max" => value.Replace(",", "", StringComparison.Ordinal),
        _ => value,
    };

    /// <summary>Returns the sentences of a text and the items of its lists. A full stop inside a word or before a lower-case letter does not end a
    /// sentence.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u2022' && i > start)
            {
                if (text[start..i].Trim() is { Length: > 0 } before)
                    yield return before;
                start = i + 1;
                continue;
            }

            var isEnd = text[i] is '.' or ';'
                ? i + 1 < text.Length && text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2])
                : text[i] is '\u3002';
            if (!isEnd)
                continue;
            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    [GeneratedRegex(@"^(?<type>.+)\[(?<range>[0-9.]*)\]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListEnd();
}
