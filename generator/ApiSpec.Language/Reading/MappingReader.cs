using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads the values of a mapping whose keys are fixed by the format.</summary>
internal sealed class MappingReader(ReadingContext context, YamlMapping mapping, string pointer)
{
    public YamlMapping Mapping { get; } = mapping;

    public string Pointer { get; } = pointer;

    public string PointerOf(string key) => Pointer + "/" + key;

    public YamlEntry? Find(string key) => Mapping.Find(key);

    /// <summary>Reports every key that the format does not know here.</summary>
    /// <param name="known">The keys it knows.</param>
    /// <param name="elsewhere">Returns, for a key that is valid in another place, that place as the end of the message.</param>
    public void CheckKeys(string[] known, Func<string, string?>? elsewhere = null)
    {
        foreach (var entry in Mapping.Entries.ToArray())
        {
            if (Array.IndexOf(known, entry.Name) >= 0)
                continue;
            var hint = elsewhere?.Invoke(entry.Name) ?? PrintedHeadings.Explain(entry, Mapping, known);
            var nearest = hint is null ? PrintedHeadings.KeyOf(entry.Name, known) ?? context.Nearest(entry.Name, known) : null;
            hint ??= nearest is not null ? DidYouMean(nearest, Mapping) : known.Length <= 12 ? "; the keys here are " + string.Join(", ", known) : "";
            context.Report(SpecRules.UnknownKey, entry.Key, entry.Name, hint);
            // The value is read under the intended key, so that the key is not also reported as missing.
            if (nearest is not null && Find(nearest) is null)
                Mapping.Rename(entry, nearest);
        }
    }

    /// <summary>Returns the end of the message about a key that another key is meant by. The mapping can have that key as well.</summary>
    public static string DidYouMean(string key, YamlMapping mapping)
        => "; did you mean '" + key + "'?" + (mapping.Find(key) is null ? "" : " It is already here; remove one of the two");

    /// <summary>Returns the scalar under a key; null if the key is missing, or after a diagnostic if its value is not a string.</summary>
    public YamlScalar? Scalar(string key)
        => Find(key) is { } entry ? RequireScalar(entry.Value, key, entry.Key) : null;

    /// <summary>Returns the string under a key, without the line break at the end of a block scalar.</summary>
    public string? Text(string key) => Scalar(key)?.Value.TrimEnd('\n');

    /// <summary>Returns the string under a key, exactly as pasted.</summary>
    public string? Verbatim(string key) => Scalar(key)?.Value;

    public YamlScalar? RequireScalar(YamlNode node, string key, YamlNode shownAt)
    {
        if (node.IsBroken)
            return null;
        switch (node)
        {
            case YamlScalar { IsMissing: true }:
                context.Report(SpecRules.MissingValue, shownAt, key);
                return null;
            case YamlScalar scalar:
                return scalar;
            case YamlSequence { IsFlow: true }:
                context.Report(SpecRules.TextInBrackets, node, "[", "list", BlockTexts.AdviceOnOneLine(key));
                return null;
            case YamlMapping { IsFlow: true }:
                context.Report(SpecRules.TextInBrackets, node, "{", "mapping", BlockTexts.AdviceOnOneLine(key));
                return null;
            default:
                context.Report(SpecRules.WrongShape, shownAt, key, FormatWords.IsPasted(key) ? "text after '|'" : "text", ReadingContext.Describe(node));
                return null;
        }
    }

    public bool? YesNo(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        switch (scalar.Value)
        {
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                context.Report(SpecRules.WrongWord, scalar, scalar.Value, "true, false, yes, no", NearestName.Hint(scalar.Value, ["true", "false"]));
                return null;
        }
    }

    /// <summary>Returns the value of <c>deprecated:</c>; null if it is missing, empty if it is only <c>true</c>.</summary>
    public string? Deprecated() => Text("deprecated") switch
    {
        null or "false" or "no" => null,
        "true" or "yes" => "",
        var text => text,
    };

    public EditionRange Editions()
    {
        var editions = new EditionRange(Text("since"), Text("until"), Text("only"))
        {
            Before = Text(EditionRemarks.Before),
            Except = Words("except").Select(static word => word.Text).ToEquatableArray(),
        };
        if (EditionRemarks.Clash(editions) is var (first, second))
            context.Report(SpecRules.Contradiction, Find(first)!.Key, "'" + first + "'", "'" + second + "'");
        return editions == EditionRange.All ? EditionRange.All : editions;
    }

    /// <summary>The C# name of <c>csharp:</c>.</summary>
    public string? CSharpName() => Identifier("csharp");

    public string? Identifier(string key, bool isDotted = false)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (isDotted ? CSharpNames.IsDotted(scalar.Value) : CSharpNames.IsIdentifier(scalar.Value))
            return scalar.Value;
        context.Report(
            SpecRules.InvalidName, scalar, scalar.Value, isDotted ? "a namespace" : "a C# name",
            isDotted && scalar.Value.Length <= CSharpNames.MaximumLength
                ? "write names of letters and digits, joined by dots"
                : CSharpNames.Explain(scalar.Value));
        return null;
    }

    /// <summary>Returns the name of an operation; null after a diagnostic if the value is not one.</summary>
    public string? Operation(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (OperationName.IsReference(scalar.Value))
            return scalar.Value;
        context.Report(SpecRules.InvalidReference, scalar, scalar.Value);
        return null;
    }

    /// <summary>Returns the items of a list, or the parts of a comma-separated string, each with its position.</summary>
    public List<Word> Words(string key, bool reportRepeated = true)
        => Find(key) is { } entry ? Words(entry.Value, key, PointerOf(key), entry.Key, reportRepeated) : [];

    public List<Word> Words(YamlNode node, string key, string nodePointer, YamlNode shownAt, bool reportRepeated = true)
    {
        var words = new List<Word>();
        if (node.IsBroken)
            return words;
        switch (node)
        {
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    var item = sequence.Items[i];
                    if (item is YamlScalar { IsMissing: true, IsBroken: false })
                        context.Report(SpecRules.MissingValue, shownAt, key);
                    else if (RequireScalar(item, key, item) is { } scalar)
                        words.Add(new Word(scalar.Value, context.Text.SpanOf(scalar), ReadingContext.ItemPointer(nodePointer, i)));
                }

                if (sequence.Items.Count == 0)
                    context.Report(SpecRules.MissingValue, shownAt, key);
                break;
            case YamlMapping:
                context.Report(SpecRules.WrongShape, shownAt, key, "a list, or items separated by commas", "a mapping");
                break;
            default:
                if (RequireScalar(node, key, shownAt) is { } list)
                    SplitAtCommas(list, key, nodePointer, words);
                break;
        }

        if (reportRepeated)
            RemoveRepeated(words);
        return words;
    }

    /// <summary>Returns the items of a list of mappings.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="example">A key of the items, for the message about a value that is not such a list.</param>
    public IEnumerable<(MappingReader Item, string Pointer)> Mappings(string key, string example)
    {
        if (Find(key) is not { } entry || entry.Value.IsBroken)
            yield break;
        if (entry.Value is YamlScalar { IsMissing: true })
        {
            context.Report(SpecRules.MissingValue, entry.Key, key);
            yield break;
        }

        if (entry.Value is not YamlSequence sequence)
        {
            context.Report(SpecRules.WrongShape, entry.Key, key, "a list whose items start with '- " + example + ":'", ReadingContext.Describe(entry.Value));
            yield break;
        }

        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var pointer = ReadingContext.ItemPointer(PointerOf(key), i);
            if (sequence.Items[i] is YamlMapping item)
            {
                if (!item.IsBroken)
                    yield return (new MappingReader(context, item, pointer), pointer);
            }
            else if (!sequence.Items[i].IsBroken)
            {
                context.Report(
                    SpecRules.WrongShape, sequence.Items[i], key, "items that start with '- " + example + ":'", ReadingContext.Describe(sequence.Items[i]));
            }
        }
    }

    private void SplitAtCommas(YamlScalar list, string key, string nodePointer, List<Word> words)
    {
        var start = 0;
        while (start <= list.Value.Length)
        {
            var comma = list.Value.IndexOf(',', start);
            var end = comma < 0 ? list.Value.Length : comma;
            var from = start;
            var to = end;
            while (from < to && char.IsWhiteSpace(list.Value[from]))
                from++;
            while (to > from && char.IsWhiteSpace(list.Value[to - 1]))
                to--;
            if (to > from)
            {
                var word = new Word(
                    list.Value.Substring(from, to - from), context.Text.SpanOf(list, from, to - from), ReadingContext.ItemPointer(nodePointer, words.Count));
                context.Locate(word.Pointer, word.Span);
                words.Add(word);
            }
            else
            {
                context.Report(SpecRules.MissingValue, context.Text.SpanOf(list, Math.Min(end, Math.Max(0, list.Value.Length - 1)), 1), key);
            }

            start = end + 1;
        }
    }

    private void RemoveRepeated(List<Word> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        words.RemoveAll(word =>
        {
            if (seen.Add(word.Text))
                return false;
            context.Report(SpecRules.RepeatedItem, word.Span, word.Text);
            return true;
        });
    }
}

/// <summary>An item of a list, and its position.</summary>
internal readonly record struct Word(string Text, SpecSpan Span, string Pointer);
