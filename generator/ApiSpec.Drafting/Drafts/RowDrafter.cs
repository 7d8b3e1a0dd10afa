using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Makes a row of a draft of a row of a printed table.</summary>
internal sealed partial class RowDrafter(DraftingContext context, string kind)
{
    private readonly Profile _profile = context.Profile;

    public DraftRow Draft(TableRow printed, TableHeader? header)
    {
        var row = new DraftRow(NameOf(printed["name"], out var isOptional, out var isList));
        row.Lines.AddRange(printed.Lines);
        if (printed.Doubt is { } doubt)
            row.Doubt(Mark.Check(doubt));
        var typed = printed["type"];
        var (type, mark) = context.Types.Of(typed);
        Take(row, type);
        row.Doubt(mark);
        row.Lists += isList && row.Lists == 0 ? 1 : 0;
        ReadPresence(row, printed["required"], isOptional, header is not null && header.Roles.Contains("required"));
        ReadCells(row, printed);
        ReadDescription(row, printed["description"]);
        return row;
    }

    /// <summary>Takes a type with what belongs to it off a text: <c>string[1..5] or null</c>.</summary>
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

    private static string NameOf(string printed, out bool isOptional, out bool isList)
    {
        var name = PlainText.Plain(Folding.WithoutBullet(printed)).Trim('"', '\'', '`', ' ');
        isOptional = false;
        isList = false;
        if (name.EndsWith('?') || name.EndsWith("(optional)", StringComparison.OrdinalIgnoreCase))
        {
            isOptional = true;
            name = name.EndsWith('?') ? name[..^1] : name[..^"(optional)".Length].TrimEnd();
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            isList = true;
            name = name[..^2];
        }

        return name;
    }

    private void ReadPresence(DraftRow row, string printed, bool isOptional, bool hasColumn)
    {
        var folded = Folding.Of(printed);
        var stated = isOptional || _profile.Optional.Contains(folded) ? Requirement.Optional
            : _profile.Required.Contains(folded) ? Requirement.Required
            : (Requirement?)null;
        if (stated is null && hasColumn && printed.Length > 0 && !_profile.IsNothing(printed))
        {
            // 'Conditional', 'See the note': it may be missing in some calls.
            stated = Requirement.Optional;
            row.Doubt(Mark.Check("required: '" + printed + "'"));
        }

        var requirement = stated ?? (hasColumn && printed.Length == 0 ? Requirement.NotStated : _profile.UnstatedOf(kind));
        row.IsOptional = requirement == Requirement.Optional && kind != "path";
        row.IsPresenceUnknown = requirement == Requirement.NotStated && kind != "path";
    }

    private void ReadCells(DraftRow row, TableRow printed)
    {
        if (printed["range"] is { Length: > 0 } range && !_profile.IsNothing(range))
        {
            if (Bounds().Match(range.Replace(",", "", StringComparison.Ordinal)) is { Success: true } bounds)
                SetRange(row, bounds.Groups["min"].Value + ".." + bounds.Groups["max"].Value);
            else if (!ReadSentence(row, range))
                row.Description = range;
        }

        if (printed["values"] is { Length: > 0 } values && !_profile.IsNothing(values) && !ReadSentence(row, values) && row.Type is "string" or TypeParser.Unknown)
        {
            var list = TypeWords.Values(values);
            if (list.Contains('|', StringComparison.Ordinal))
                row.Type = "enum " + list;
            else
                row.Description = values;
        }

        if (printed["default"] is { Length: > 0 } standard && !_profile.IsNothing(standard))
            row.Remarks.Add("default " + RowWriter.Quoted(standard.Trim('"')));
        if (_profile.Required.Contains(Folding.Of(printed["null"])))
            row.IsNullable = true;
        if (_profile.Required.Contains(Folding.Of(printed["filter"])))
            row.Remarks.Add("filter");
        if (printed["since"] is { Length: > 0 } since && !_profile.IsNothing(since))
            row.Remarks.Add("since " + RowWriter.Quoted(since));
    }

    private void ReadDescription(DraftRow row, string printed)
    {
        var text = PageText.Of(printed);
        if (_profile.IsNothing(text))
            text = "";
        var kept = new List<string>();
        var isChanged = false;
        foreach (var sentence in Sentences(text))
        {
            if (_profile.IsDropped(sentence) || ReadSentence(row, sentence))
                isChanged = true;
            else
                kept.Add(sentence);
        }

        var description = isChanged ? string.Join(' ', kept) : text;
        if (description.Length > 0)
            row.Description = row.Description is null ? description : row.Description + ". " + description;
    }

    // What the profile knows as a remark.
    private bool ReadSentence(DraftRow row, string sentence)
    {
        var text = sentence.TrimEnd('.', '\u3002', ' ');
        foreach (var (pattern, remark) in _profile.Remarks)
        {
            if ((pattern.Match(text) ?? pattern.Match(sentence)) is not { } gaps)
                continue;
            var filled = gaps.ToDictionary(static gap => gap.Key, gap => Fill(gap.Key, gap.Value), StringComparer.Ordinal);
            // A sentence with words of its own says more than the remark.
            return Apply(row, TextPattern.Fill(remark, filled)) && !pattern.HasAnyWords;
        }

        return false;
    }

    private static string Fill(string gap, string value) => gap switch
    {
        "value" => RowWriter.Quoted(value.Trim('"', '\u201C', '\u201D')),
        "values" => TypeWords.Values(value),
        "min" or "max" => value.Replace(",", "", StringComparison.Ordinal),
        _ => value,
    };

    private static bool Apply(DraftRow row, string remark)
    {
        if (remark.Length == 0)
            return true;
        switch (remark)
        {
            case "or null":
                row.IsNullable = true;
                return true;
            case "optional":
                (row.IsOptional, row.IsPresenceUnknown) = (true, false);
                return true;
            case "required":
                (row.IsOptional, row.IsPresenceUnknown) = (false, false);
                return true;
        }

        if (remark.StartsWith("enum ", StringComparison.Ordinal))
        {
            // The values of the items of a list in one text.
            if (row.Type is { } list && list.StartsWith("string[] as ", StringComparison.Ordinal))
            {
                row.Type = "(" + remark + ")" + list["string".Length..];
                return true;
            }

            if (row.Type is not ("string" or TypeParser.Unknown) || remark["enum ".Length..].Trim('"').Contains("  ", StringComparison.Ordinal))
                return false;
            row.Type = remark;
            return true;
        }

        if (remark.StartsWith('[') && remark.EndsWith(']'))
        {
            if (row.Lists == 0)
                return false;
            row.ItemRange = remark[1..^1];
            return true;
        }

        if (remark.StartsWith("as ", StringComparison.Ordinal))
        {
            // A list in one text: the type that is printed is that of an item.
            var item = row.Type ?? TypeParser.Unknown;
            row.Type = remark == "as string" || item.Contains(" as ", StringComparison.Ordinal) ? item + " " + remark : (item.Contains(' ', StringComparison.Ordinal) ? "(" + item + ")" : item) + "[] " + remark;
            row.Lists = 0;
            return true;
        }

        if (Bounds().IsMatch(remark) || (remark.Contains("..", StringComparison.Ordinal) && char.IsAsciiDigit(remark[^1])) || remark.EndsWith("bytes", StringComparison.Ordinal) || remark.EndsWith("..", StringComparison.Ordinal))
            SetRange(row, remark);
        else
            row.Remarks.Add(remark);
        return true;
    }

    // The number of items is in the brackets of a list.
    private static void SetRange(DraftRow row, string range)
    {
        if (row.Lists > 0)
            row.ItemRange = range;
        else
            row.Range = range;
    }

    /// <summary>The sentences of a text. A point inside a word, or before a small letter, ends none.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = text[i] is '.' or ';' ? i + 1 < text.Length && text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2]) : text[i] is '\u3002';
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

    [GeneratedRegex(@"^(?<min>-?[0-9]+(\.[0-9]+)?) *(to|-|\u2013|\u301C|~|\.\.) *(?<max>-?[0-9]+(\.[0-9]+)?)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bounds();
}
