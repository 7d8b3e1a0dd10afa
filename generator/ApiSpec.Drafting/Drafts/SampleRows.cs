using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Creates rows from the members of a sample.</summary>
internal sealed partial class SampleRows
{
    private const int Deepest = 24;
    private const int LongestPlaceholder = 120;

    private readonly JsonSample _sample;

    // The positions at which the lines of the sample start.
    private readonly List<int> _starts = [];

    // Whether the sample has values that are not names of types.
    private readonly bool _hasValues;

    // Whether the values that the example repeats are constants.
    private bool _hasConstants;

    // The comments about members, by the position of the member.
    private readonly IReadOnlyDictionary<int, string> _comments;

    private SampleRows(JsonSample sample)
    {
        _sample = sample;
        _hasValues = sample.Value is { } value && HasValues(value, 0);
        _comments = SampleComments.Of(sample).Descriptions;
        // A line with a comment alone has no text that is read.
        var printed = sample.Text.Split('\n');
        var (start, number) = (0, 0);
        foreach (var line in sample.ReadText.AsSpan().EnumerateLines())
        {
            if (number >= printed.Length || !string.IsNullOrWhiteSpace(printed[number]))
                _starts.Add(start);
            start += line.Length + 1;
            number++;
        }
    }

    /// <summary>Returns the rows of a sample, under a row without a name.</summary>
    /// <param name="sample">The schema, or an example if the page has no schema.</param>
    /// <param name="example">The body of the example, which is compared with the schema; null: none.</param>
    public static DraftRow? Of(JsonSample sample, JsonText? example)
    {
        if (sample.Value is null)
            return null;
        var root = new DraftRow("");
        var rows = new SampleRows(sample);
        rows._hasConstants = example is not null && RepeatedValues.AreConstants(sample.Value, example, rows.StandsForValue);
        rows.Fill(root, sample.Value, example, 0);
        root.Lines.AddRange(sample.Lines);
        return root;
    }

    /// <summary>Whether a sample only has values, so that it is an example and no schema.</summary>
    public static bool IsExample(JsonSample sample)
        => sample is { Value: { } value, BareWords.Count: 0 } && HasOnlyValues(value, 0);

    private static bool HasOnlyValues(JsonText value, int depth)
        => depth < Deepest && (value.Kind != JsonTextKind.String || (!value.IsElided && !IsSchemaWord(value.Text)))
            && value.Members.All(member => HasOnlyValues(member.Value, depth + 1)) && value.Items.All(item => HasOnlyValues(item, depth + 1));

    // 'string', '{low|high}', '<name>' and '{name}'.
    private static bool IsSchemaWord(string text)
        => TypeWord(text) is not null || TypeOfChoice(text) is not null || text.Trim() is ['<', _, .., '>'] or ['{', _, .., '}'];

    private bool StandsForValue(JsonText value)
        => _sample.BareWords.Contains(value.Start) || value.IsElided || value.Kind == JsonTextKind.Elided
            || (value.Kind == JsonTextKind.String && IsSchemaWord(value.Text));

    private void Fill(DraftRow row, JsonText value, JsonText? example, int depth)
    {
        switch (value.Kind)
        {
            case JsonTextKind.Object when depth < Deepest:
                FillObject(row, value, example is { Kind: JsonTextKind.Object } ? example : null, depth);
                row.IsNullable |= example is { Kind: JsonTextKind.Null };
                break;
            case JsonTextKind.Array when depth < Deepest:
                FillArray(row, value, example is { Kind: JsonTextKind.Array } ? example : null, depth);
                row.IsNullable |= example is { Kind: JsonTextKind.Null };
                break;
            case JsonTextKind.Null:
                FillNull(row, example, depth);
                break;
            default:
                (row.Type, var mark) = _sample.BareWords.Contains(value.Start) ? TypeOfBareWord(row.Name, value, example) : TypeOf(row.Name, value, example);
                row.Doubt(mark);
                if (example is { Kind: JsonTextKind.Null })
                    row.IsNullable = true;
                else if (_hasConstants && value.Kind == JsonTextKind.String && example is { Kind: JsonTextKind.String }
                    && example.Text == value.Text && row.Type == "string")
                    row.Constant = value.Text;
                break;
        }
    }

    private void FillObject(DraftRow row, JsonText value, JsonText? example, int depth)
    {
        // A table of values by their ids itself has no members.
        if (value.Members.Count > 0 && value.Members.All(static member => IdForm().IsMatch(member.Name)))
        {
            var item = new DraftRow("");
            Fill(item, value.Members[0].Value, null, depth + 1);
            var type = item.Children.Count > 0 ? "object" : item.Type ?? TypeParser.Unknown;
            row.Type = "map<" + type + string.Concat(Enumerable.Repeat("[]", item.Lists)) + ">";
            row.Doubt(Mark.Check("the names are values"));
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members.Where(member => known.Add(member.Name)))
        {
            var other = example?.Members.Where(other => other.Name == member.Name).Select(static other => other.Value).FirstOrDefault();
            var child = new DraftRow(member.Name) { Description = _comments.GetValueOrDefault(member.Start) };
            if (LineAt(member.Start) is { } line)
                child.Lines.Add(line);
            Fill(child, member.Value, other, depth + 1);
            row.Children.Add(child);
        }

        foreach (var member in example?.Members.Where(member => known.Add(member.Name)) ?? [])
        {
            var child = new DraftRow(member.Name) { IsOptional = true };
            Fill(child, member.Value, null, depth + 1);
            child.Constant = null;
            child.Doubt(Mark.Check("the example alone has this member"));
            row.Children.Add(child);
        }

        row.IsCutOff = value.IsElided || (_sample.IsCutOff && value.End >= _sample.ReadText.TrimEnd().Length);
        if (row.Children.Count == 0 && !row.IsCutOff)
            row.Type = "object";
    }

    private void FillArray(DraftRow row, JsonText value, JsonText? example, int depth)
    {
        row.Lists++;
        var items = value.Items.Where(static item => item.Kind != JsonTextKind.Elided).ToList();
        if (items.Count == 0)
        {
            if (example is { Items.Count: > 0 })
            {
                FillArray(row, example, null, depth);
                row.Lists--;
                row.Doubt(Mark.FromExample);
                return;
            }

            (row.Type, var shown) = PlaceholderIn(value) ?? ("any", Mark.Printed);
            row.Doubt(shown);
            return;
        }

        // Null among the items does not show their type.
        var first = items.Find(static item => item.Kind != JsonTextKind.Null);
        if (first is null)
        {
            row.Type = "unknown";
            return;
        }

        // A member that some items lack is optional.
        Fill(row, first, example?.Items.FirstOrDefault(item => item.Kind == first.Kind), depth + 1);
        foreach (var other in items.Where(item => !ReferenceEquals(item, first)).Concat(example?.Items.Skip(1) ?? []))
            Merge(row, other, depth + 1);
        ForgetConstants(row);
    }

    private void Merge(DraftRow row, JsonText item, int depth)
    {
        if (item.Kind != JsonTextKind.Object || row.Children.Count == 0)
            return;

        foreach (var child in row.Children.Where(child => item.Members.All(member => member.Name != child.Name)))
            child.IsOptional = true;
        foreach (var member in item.Members)
        {
            var known = row.Children.Find(child => child.Name == member.Name);
            if (known is null)
            {
                known = new DraftRow(member.Name) { IsOptional = true, Description = _comments.GetValueOrDefault(member.Start) };
                if (item.Members.Count > 0 && LineAt(member.Start) is { } line)
                    known.Lines.Add(line);
                Fill(known, member.Value, null, depth + 1);
                row.Children.Add(known);
            }
            else if (member.Value.Kind == JsonTextKind.Null)
            {
                known.IsNullable = true;
            }
            else if (known is { Type: "unknown", IsNullable: true })
            {
                known.Type = null;
                Fill(known, member.Value, null, depth + 1);
            }
        }
    }

    // Items of a list can each have a different constant.
    private static void ForgetConstants(DraftRow row)
    {
        row.Constant = null;
        row.Children.ForEach(ForgetConstants);
    }

    private void FillNull(DraftRow row, JsonText? example, int depth)
    {
        if (example is null or { Kind: JsonTextKind.Null })
        {
            row.Type = "unknown";
        }
        else
        {
            Fill(row, example, null, depth);
            row.Constant = null;
            row.Doubt(Mark.FromExample);
        }

        row.IsNullable = true;
    }

    private (string Type, Mark Mark) TypeOf(string name, JsonText value, JsonText? example) => value.Kind switch
    {
        JsonTextKind.True or JsonTextKind.False => ("boolean", Mark.Printed),
        JsonTextKind.Number => TypeOfNumber(name, value.Text),
        JsonTextKind.Elided when PlaceholderIn(value) is { Mark.Certainty: Certainty.Printed } placeholder => placeholder,
        JsonTextKind.Elided when example is not null && example.Kind != JsonTextKind.Elided => (TypeOf(name, example, null).Type, Mark.FromExample),
        JsonTextKind.String when value.IsElided && TypeOfChoice(value.Text) is null
            && example is { Kind: JsonTextKind.String or JsonTextKind.Number or JsonTextKind.True or JsonTextKind.False }
            => (TypeOf(name, example, null).Type, Mark.FromExample),
        JsonTextKind.String => TypeOfText(name, value.Text),
        JsonTextKind.Elided when PlaceholderIn(value) is { } placeholder => placeholder,
        _ => ("unknown", Mark.Printed),
    };

    // '<integer>', '<fast|slow>' and '<integer-that-counts>' without quotation marks. In other words, the type is only the first one.
    private (string Type, Mark Mark)? PlaceholderIn(JsonText value)
    {
        if (value.End <= value.Start || value.End > _sample.ReadText.Length
            || Placeholder().Match(_sample.ReadText[value.Start..Math.Min(value.End, value.Start + LongestPlaceholder)]) is not { Success: true } match)
            return null;
        var text = match.Groups["text"].Value;
        if ((TypeWord(text) ?? TypeOfChoice(text)) is { } printed)
            return (printed, Mark.Printed);
        return match.Groups["word"] is { Success: true } word && TypeWord(word.Value) is { } first ? (first, Mark.From("the placeholder")) : null;
    }

    // A value without quotation marks is not a string if other strings have them.
    private (string Type, Mark Mark) TypeOfBareWord(string name, JsonText value, JsonText? example)
    {
        if (TypeWord(value.Text) is { } word)
            return (word, Mark.Printed);
        if (TypeOfChoice(value.Text) is { } choice)
            return (choice, Mark.Printed);
        if (PlaceholderIn(value) is { } placeholder)
            return placeholder;
        if (example is { Kind: JsonTextKind.String or JsonTextKind.Number or JsonTextKind.True or JsonTextKind.False })
            return (TypeOf(name, example, null).Type, Mark.FromExample);
        var isNumber = IsIdentifier(name) || value.Text.EndsWith("-id", StringComparison.OrdinalIgnoreCase);
        return (isNumber ? "long" : "unknown", Mark.Check("a value without quotation marks"));
    }

    private static bool IsIdentifier(string name) => name.EndsWith("ID", StringComparison.Ordinal) || name.EndsWith("Id", StringComparison.Ordinal)
        || name is "id";

    private (string, Mark) TypeOfText(string name, string text)
    {
        if (TypeOfChoice(text) is { } choice)
            return (choice, Mark.Printed);
        // Some manuals print the name of a type instead of a value. 'uuid' between values can also be a value.
        if (TypeWord(text) is { } word)
            return (word, _hasValues && word is "uuid" or "double" or "long" ? Mark.Check("whether '" + text + "' is a type") : Mark.Printed);
        if (Address().IsMatch(text.Trim()))
            return ("url", Mark.Printed);
        if (IsMoment(text))
            return ("date-time", Mark.Printed);
        return Day().IsMatch(text) ? ("date", Mark.Printed) : ("string", Mark.Printed);
    }

    /// <summary>Whether a string is a date with a time.</summary>
    public static bool IsMoment(string text) => Moment().IsMatch(text);

    // 'No such rack' and '4' are values.
    private static bool HasValues(JsonText value, int depth)
    {
        if (value.Kind == JsonTextKind.String)
            return value.Text.Contains(' ', StringComparison.Ordinal) || (value.Text.Length > 0 && value.Text.All(char.IsAsciiDigit));
        return depth < Deepest
            && (value.Members.Any(member => HasValues(member.Value, depth + 1)) || value.Items.Any(item => HasValues(item, depth + 1)));
    }

    private static string? TypeWord(string text) => text.Trim('<', '>', '{', '}', ' ').ToLowerInvariant() switch
    {
        "string" => "string",
        "boolean" or "bool" => "boolean",
        "integer" or "int" => "int",
        "long" => "long",
        "double" => "double",
        "float" or "number" => "double",
        "date-time" => "date-time",
        "uuid" => "uuid",
        _ => null,
    };

    // '{true|false}', '{debug|release}', 'true | false'.
    private static string? TypeOfChoice(string text)
    {
        var values = text.Trim().Trim('{', '}', '<', '>').Split('|', StringSplitOptions.TrimEntries);
        if (values.Length < 2 || values.Any(static value => value.Length == 0 || value.Contains(' ', StringComparison.Ordinal)))
            return null;
        return values is ["true", "false"] or ["false", "true"] ? "boolean" : "enum " + string.Join('|', values);
    }

    // The format says that identifiers and sizes are long.
    private static (string, Mark) TypeOfNumber(string name, string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return ("double", Mark.From("the sample"));
        var isLong = NeedsLong(number) || IsIdentifier(name) || name.EndsWith("size", StringComparison.OrdinalIgnoreCase);
        return (isLong ? "long" : "int", Mark.From("the sample"));
    }

    /// <summary>Whether a number is outside the range of <c>int</c>.</summary>
    public static bool NeedsLong(long number) => number is > int.MaxValue or < int.MinValue;

    // Returns the line that contains a position of the text.
    private PageLine? LineAt(int position)
    {
        var found = _starts.BinarySearch(position);
        var number = found >= 0 ? found : Math.Max(0, ~found - 1);
        return number < _sample.Lines.Count ? _sample.Lines[number] : null;
    }

    [GeneratedRegex(
        "^\\[?\\s*\"?<(?<text>((?<word>string|boolean|bool|integer|int|long|float|double)[ _-])?[^<>]{1,80})>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^([0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{2,})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]{1,20}://\S*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([.,]\d+)?(Z|[+-]\d\d:?\d\d)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}
