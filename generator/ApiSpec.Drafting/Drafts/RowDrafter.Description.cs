using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The facts in the sentences of a description.</content>
internal sealed partial class RowDrafter
{
    // Longer sentences are not searched for remarks.
    private const int LongestSentence = 1_000;

    private static readonly string[] s_presence = ["Required", "Optional", "Mandatory"];

    // Reads a list of values under the sentence that introduces them. A list in the cell of a row belongs to it, whatever the words above it are.
    private bool ReadValues(DraftRow row, string introduction, IReadOnlyList<string> items, List<string> kept, bool isInCell)
    {
        if (ValueList.Read(items) is not { } list)
            return false;
        var remark = _profile.Remarks.FirstOrDefault(remark => ValueList.Introduces(remark.Printed, introduction)).Remark;
        if (remark is null && (list.HasWords
            || !(ValueList.IsIntroduction(introduction) || (isInCell && list.IsIntroducedBy(introduction))) || !row.TakesValues))
            return false;
        var filled = new Dictionary<string, string>(StringComparer.Ordinal) { ["values"] = list.Values };
        if (!RowRemarks.Apply(row, remark is null ? "enum " + list.Values : TextPattern.Fill(remark, filled)))
            return false;
        if (list.Default is { } standard)
            RowRemarks.Apply(row, PrintedDefault.Keyword + RowWriter.Quoted(standard));
        if (remark is null)
            row.Doubt(Mark.Check("the values"));
        // 'The state:' says more than that values follow.
        if (remark is null && !ValueList.IsIntroduction(introduction))
            kept.Add(CellTable.Sentence(introduction.TrimEnd(':')));
        kept.AddRange(list.Meanings);
        return true;
    }

    /// <summary>Reads a list under a row as the values that the last sentence of its description introduces.</summary>
    /// <returns>Whether the items are its values.</returns>
    public bool AddValues(DraftRow row, IReadOnlyList<string> items)
    {
        var sentences = Sentences.Of(row.Description ?? "").ToList();
        var meanings = new List<string>();
        if (sentences.Count == 0 || !ReadValues(row, sentences[^1], items, meanings, isInCell: false))
            return false;
        row.Description = string.Join(' ', sentences.SkipLast(1).Concat(meanings));
        return true;
    }

    /// <summary>Reads the values in a table below a line that names the row.</summary>
    /// <returns>Whether the items are its values.</returns>
    public bool AddValuesBelow(DraftRow row, string line, IReadOnlyList<string> items)
    {
        var kept = new List<string>();
        if (!ReadValues(row, line, items, kept, isInCell: false))
            return false;
        row.Doubt(Mark.Check("the values"));
        row.Description = string.Join(' ', new[] { row.Description is { } text ? CellTable.Sentence(text) : null }.Concat(kept).OfType<string>());
        return true;
    }

    /// <summary>Reads the comments of a sample, which are the descriptions of its rows, like those of a table.</summary>
    /// <param name="rows">The rows, under a row for the body.</param>
    public void ReadComments(DraftRow rows)
    {
        foreach (var row in rows.Children)
        {
            if (row is { Description: { } comment, Lines: [var line, ..] })
            {
                var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = row.Name, ["description"] = comment };
                row.Description = null;
                _behind.Clear();
                ReadDescription(row, new TableRow(cells, 0, [line]));
                ReadProse(row);
            }

            ReadComments(row);
        }
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

            var sentences = Sentences.Of(block).ToList();
            var hasValues = items.Count > 0 && ReadValues(row, sentences[^1], items, kept, isInCell: true);
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
        // 'The size parameter is required.'
        if (ProsePresence.Read(text, row.Name) is { } said)
            return ReadLead(row, sentence, said, "");
        // 'Is optional and limits the size.'
        if ((row.HasDefaultPresence || row.IsPresenceUnknown) && OptionalPresence().IsMatch(text))
        {
            State(row, Requirement.Optional, kind);
            return sentence;
        }

        // 'Required if size is given.' Without a word in another place, some calls can leave it out.
        if ((row.HasDefaultPresence || row.IsPresenceUnknown) && ConditionalPresence().IsMatch(text))
        {
            State(row, Requirement.Optional, kind);
            row.Doubt(Mark.Check("when it is required"));
            return sentence;
        }

        // 'Can be omitted.', and 'Optional: the name of the rack'.
        if (PresenceLead.Read(text, _profile) is var (stated, behind))
            return ReadLead(row, sentence, stated, behind);

        // 'Required Name of the rack', if the page prints the first word in bold.
        if (text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && first + 1 < text.Length && char.IsUpper(text[first + 1])
            && char.IsUpper(text[0]) && s_presence.Contains(text[..first]) && ReadSentence(row, text[..first]))
        {
            row.Doubt(Mark.From("the first word"));
            return Rest(row, text[(first + 1)..]);
        }

        // '(Required) Name of the rack'.
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 1 and var close && close + 1 < text.Length
            && (ReadSentence(row, text[..(close + 1)]) || ReadSentence(row, text[1..close])
                || (DefaultOf(row, text[1..close]) is { IsWhole: true } standard && Apply(row, standard))))
            return Rest(row, text[(close + 1)..].TrimStart());
        var end = text.TrimEnd('.', '\u3002');
        if (end.EndsWith(')') && end.LastIndexOf('(') is > 0 and var open && (ReadPart(row, end[..open], end[(open + 1)..^1], isAside: true)
            || ReadList(row, end[(open + 1)..^1])))
            return Rest(row, end[..open].TrimEnd() + text[end.Length..]);
        // 'The size (default: 4) in cm.'
        if (text.IndexOf(" (", StringComparison.Ordinal) is > 0 and var inner && text.IndexOf(')', inner) is > 0 and var after && after + 1 < end.Length
            && (ReadPart(row, text[..inner], text[(inner + 2)..after], isAside: true) || ReadList(row, text[(inner + 2)..after])))
            return Rest(row, text[..inner] + text[(after + 1)..]);
        for (var comma = text.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = text.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (ReadPart(row, text[..comma], text[(comma + 2)..], isAside: false))
                return text[..comma].TrimEnd();
        }

        return sentence;
    }

    private string? ReadLead(DraftRow row, string sentence, Requirement stated, string behind)
    {
        if (!RowRemarks.Apply(row, stated == Requirement.Optional ? "optional" : "required"))
            return sentence;
        return behind.Length == 0 ? null : Rest(row, behind);
    }

    // '(default: 25, max: 100)', if each part is a remark.
    private bool ReadList(DraftRow row, string list)
    {
        var parts = list.Split([", ", "; "], StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            return false;
        var remarks = parts.Select(part => RemarkOf(row, part, isPart: false) ?? DefaultOf(row, part)).OfType<Remark>().ToList();
        if (remarks.Count < parts.Length || remarks.Exists(static remark => !remark.IsWhole || remark.Text.StartsWith("when ", StringComparison.Ordinal)))
            return false;
        // Each part is read, also after one that contradicts the row.
        var count = remarks.Count(remark => Apply(row, remark));
        return count == remarks.Count;
    }

    private bool ReadSentence(DraftRow row, string sentence)
        // A sentence with further words says more than the remark.
        => RemarkOf(row, sentence, isPart: false) is { } remark ? Apply(row, remark) && remark.IsWhole
            : PrintedRange.ReadSentence(sentence) is var (range, title) ? range.Apply(row, title)
            : row.Type == "enum ..." && PrintedValues.Read(sentence) is { IsSure: true } values && !values.Text.Contains(' ', StringComparison.Ordinal)
                && Apply(row, new Remark("enum " + values.Text, values.IsWhole, values.IsWhole ? Mark.Printed : Mark.Check("the values"))
                {
                    Default = values.Default,
                })
                && values.IsWhole;

    private static bool Apply(DraftRow row, Remark remark)
    {
        if (!RowRemarks.Apply(row, remark.Text))
            return false;
        if (remark.Default is { } standard)
            RowRemarks.Apply(row, PrintedDefault.Keyword + RowWriter.Quoted(standard));
        row.Doubt(remark.Mark);
        return true;
    }

    // Reads the end of a sentence, or words in parentheses inside of it. Returns whether they say no more than the row has then.
    private bool ReadPart(DraftRow row, string before, string part, bool isAside)
    {
        if ((RemarkOf(row, part, isPart: true) ?? (isAside ? DefaultOf(row, part) : null)) is not { } found)
            return false;
        var (remark, isWhole) = (found.Text, found.IsWhole);
        if (remark is not ("required" or "optional"))
            return Apply(row, found) && isWhole;
        // 'If type is box, this parameter is required.'
        var isCondition = _profile.IsConditional(before.Split(' ')[0] + " x");
        if (!row.HasDefaultPresence && !row.IsPresenceUnknown)
        {
            var isSame = row.IsOptional == (remark == "optional");
            if (isWhole && !isSame && !isCondition)
                row.Doubt(Mark.Check("whether it is required"));
            return isWhole && isSame && !isCondition;
        }

        if (isCondition)
        {
            State(row, Requirement.Optional, kind);
            row.Doubt(Mark.Check("when it is required"));
            return false;
        }

        if (!isWhole || !RowRemarks.Apply(row, remark))
            return false;
        // 'In cm if type is box, required.' Words such as 'for' can also belong to a noun.
        if (isAside || !_profile.IsConditional(before))
            return true;
        row.Doubt(Mark.Check("when it is required"));
        return false;
    }

    // Returns the remark that a sentence means; null: the profile does not know the sentence.
    private Remark? RemarkOf(DraftRow row, string sentence, bool isPart)
    {
        var text = sentence.TrimEnd('.', '\u3002', ' ');
        foreach (var (pattern, remark) in _profile.Remarks)
        {
            // Part of a sentence can have a condition before it, so only remarks that are checked for one, or that need none, are read there.
            if ((isPart && remark is not ("required" or "optional") && !remark.StartsWith("enum ", StringComparison.Ordinal)
                && !PrintedDefault.Is(remark))
                || (pattern.Match(text) ?? pattern.Match(sentence)) is not { } gaps)
                continue;
            var (isWhole, mark) = (!pattern.HasAnyWords, Mark.Printed);
            string? standard = null;
            var filled = new Dictionary<string, string>(gaps, StringComparer.Ordinal);
            // If the text for the values is ordinary words, it is a sentence: 'Possible values are the name of a rack or a shelf.'
            if (gaps.TryGetValue("values", out var values))
            {
                if (PrintedValues.Read(values) is not { } list)
                    continue;
                (filled["values"], standard, isWhole) = (list.Text, list.Default, isWhole && list.IsWhole);
                if (!list.IsSure && !list.Text.Contains(' ', StringComparison.Ordinal) && !IsOfOneValue(pattern))
                    mark = Mark.Check("the values");
            }

            if (gaps.TryGetValue("value", out var value))
            {
                if (ValueOf(row, value, remark, pattern, ref isWhole, ref mark) is not { } read)
                    continue;
                filled["value"] = RowWriter.Quoted(read);
            }

            foreach (var gap in gaps.Where(static gap => gap.Key is "min" or "max"))
                filled[gap.Key] = PrintedNumbers.Read(gap.Value) ?? gap.Value;
            // 'The maximum is 100' can also limit a number that is written as a string.
            if (row is { Type: "string", Lists: 0 } && !gaps.ContainsKey("value") && remark.Contains("..", StringComparison.Ordinal)
                && !OfLength().IsMatch(pattern.Text))
                mark = Mark.Check(RowRemarks.DoubtfulLimit);
            return new Remark(TextPattern.Fill(remark, filled), isWhole, mark) { Default = standard };
        }

        return null;
    }

    // '(default low)'. In a sentence, 'default rack' is not the value.
    private Remark? DefaultOf(DraftRow row, string part)
        => RowFacts.AfterLabel(part) is { } standard && PrintedDefault.Read(row, standard, _profile, isLabelled: false) is { } found
            ? new Remark(PrintedDefault.Keyword + RowWriter.Quoted(found.Value), found.IsWhole, found.Mark)
            : null;

    // 'A valid value is low', and not 'Valid values: numbers'.
    private static bool IsOfOneValue(TextPattern pattern) => pattern.Text.Contains("value is", StringComparison.OrdinalIgnoreCase)
        || pattern.Text.Contains("value:", StringComparison.OrdinalIgnoreCase);

    private string? ValueOf(DraftRow row, string value, string remark, TextPattern pattern, ref bool isWhole, ref Mark mark)
    {
        // 'Added in the editor' names no version.
        if (remark.StartsWith("since ", StringComparison.Ordinal) || remark.StartsWith("before ", StringComparison.Ordinal))
            return EditionWords.Since(value, _profile);
        if (!PrintedDefault.Is(remark))
        {
            // 'Always empty' describes the value.
            var isFixed = !pattern.Text.StartsWith("Always ", StringComparison.OrdinalIgnoreCase);
            var only = value.Contains(' ', StringComparison.Ordinal) ? IsPhrase(row, value) ? null : PrintedDefault.Unquoted(value)
                : PrintedDefault.Read(row, value, _profile, isFixed) is { Mark.Certainty: Certainty.Printed } constant ? constant.Value
                : null;
            // 'Always unique' can as well.
            if (!isFixed && only?.Length == value.Length && row.Type is "string" or TypeParser.Unknown && !row.IsCode(value))
                mark = mark.And(Mark.Check("whether the value is fixed"));
            return only;
        }

        // In 'The default is the current time', the words are not a value.
        var isLabelled = pattern.Text.AsSpan().IndexOfAny(':', '=') >= 0;
        if ((PrintedDefault.Read(row, value, _profile, isLabelled) ?? BeforeComma(row, value, isLabelled)) is not { } found)
            return null;
        (isWhole, mark) = (isWhole && found.IsWhole, mark.And(found.Mark));
        return found.Value;
    }

    // '50, max 500' has the default and another fact.
    private PrintedDefault? BeforeComma(DraftRow row, string value, bool isLabelled)
        => value.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && value[(comma + 2)..].TrimEnd('.') is var rest
            && (PrintedRange.ReadSentence(rest) is not null || PrintedRange.Read(rest) is { IsSingle: false }
                || RowName.RequirementOf(rest, _profile) is not null)
            ? PrintedDefault.Read(row, value[..comma], _profile, isLabelled) is { } found ? found with { IsWhole = false } : null
            : null;

    // 'Always the name of the rack' has no value.
    private bool IsPhrase(DraftRow row, string value)
        => row.Type is not ("string" or TypeParser.Unknown) || value.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || char.IsLower(value[0])
            || _profile.IsConditional(value);

    // A sentence that means a remark of a spec, and the default among its values.
    private sealed record Remark(string Text, bool IsWhole, Mark Mark)
    {
        public string? Default { get; init; }
    }

    [GeneratedRegex("character|char\\b|chars|length|letter|byte|digit|symbol|\u6587\u5B57|\u30D0\u30A4\u30C8",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfLength();

    [GeneratedRegex("^((this|it|the) ([a-z]+ )?)?(is optional (and|but|;|because|since|as)|(can|may) be omitted (if|when|for|in|unless))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OptionalPresence();

    [GeneratedRegex("^(conditionally required|((this|the) [a-z]+ is |is |it is )?(only )?(required|mandatory) (if|when|unless|only|for|with|in)\\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ConditionalPresence();
}
