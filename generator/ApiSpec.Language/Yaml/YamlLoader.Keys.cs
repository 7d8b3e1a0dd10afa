using System.Globalization;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <content>The keys of a table: what can be a key, and what is added to the table.</content>
internal sealed partial class YamlLoader
{
    public const int MaximumKeyLength = 1_000;

    /// <summary>Limits the size of pointers in a hostile file: a pointer contains all keys on the path to a node.</summary>
    public const int MaximumPathLength = 1_500;

    // The total length of the pointers of all rows. It allows few rows with long names, and many with short ones.
    private const int MaximumPathsLength = 100_000_000;

    private long _pathsLength;

    private void AddEntry(YamlMapping mapping, YamlScalar key, YamlNode value)
    {
        if (mapping.Find(key.Value) is { } first)
        {
            _diagnostics.Report(
                SpecRules.DuplicateKey, _text.SpanOf(key), key.Value, (_text.LineAt(first.Key.Start) + 1).ToString(CultureInfo.InvariantCulture));
            return;
        }

        mapping.Add(new YamlEntry(key, value));
    }

    private YamlScalar? CheckKey(YamlNode node, Frame frame)
    {
        if (node is not YamlScalar key)
        {
            _diagnostics.Report(SpecRules.KeyNotText, _text.Span(node.Start, node.Start + 1));
            return null;
        }

        if (key.IsBroken)
            return null;
        new ScalarCharacters(_text, _diagnostics).CheckKey(key);
        if (key.Start == key.End)
        {
            var first = _text.FirstVisible(_text.LineAt(key.Start));
            _diagnostics.Report(SpecRules.KeyNotText, _text.Span(first, first + 1));
            return null;
        }

        if (key.Style is ScalarStyle.Literal or ScalarStyle.Folded || _text.LineAt(key.Start) != _text.LineAt(key.End)
            || (key.Value.Length == 0 && !frame.HasValues))
        {
            _diagnostics.Report(SpecRules.KeyNotText, _text.SpanOf(key));
            return null;
        }

        _pathsLength += frame.PathLength + key.Value.Length;
        if (key.Value.Length > MaximumKeyLength || frame.PathLength + key.Value.Length > MaximumPathLength || _pathsLength > MaximumPathsLength)
        {
            _diagnostics.Report(
                SpecRules.NameTooLong, _text.SpanOf(key),
                MaximumKeyLength.ToString("N0", CultureInfo.InvariantCulture), MaximumPathLength.ToString("N0", CultureInfo.InvariantCulture));
            return null;
        }

        if (key is { Style: ScalarStyle.Plain, Value: "<<" })
        {
            _diagnostics.Report(SpecRules.MergeKeyNotSupported, _text.SpanOf(key));
            return null;
        }

        return key;
    }

    // YAML reads { description: a, b } as a key 'description' and a key 'b' without a value.
    private bool IsCutAtComma(YamlMapping mapping, YamlScalar key, YamlNode value)
    {
        if (!mapping.IsFlow || value is not YamlScalar { IsMissing: true } || value.Start != value.End)
            return false;
        var next = key.End;
        while (next < _text.Text.Length && char.IsWhiteSpace(_text.Text[next]))
            next++;
        if (next < _text.Text.Length && _text.Text[next] == ':')
            return false;
        // JSON without '|' before it is reported as a whole.
        if (_open.Peek().IsPasted)
            return true;
        if (mapping.Entries.Count == 0 && next < _text.Text.Length && _text.Text[next] == '}')
        {
            // { host } is a string in braces, not a table.
            mapping.IsBroken = true;
            _diagnostics.Report(SpecRules.TextInBrackets, _text.Span(mapping.Start, next + 1), "{", "mapping", BlockTexts.Quote);
            return true;
        }

        _diagnostics.Report(SpecRules.CutAtComma, _text.SpanOf(key), key.Value);
        return true;
    }
}
