using System.Text.RegularExpressions;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Decides whether a value that two samples repeat is a constant. Authors copy a sample for their example, and then change a part of it.</summary>
internal sealed partial class RepeatedValues
{
    private const int Deepest = 24;

    private int _same;
    private int _different;
    private bool _isTemplate;

    /// <summary>Whether the values that both samples have are constants: the first is a template whose words the second replaces, or at least half of their
    /// texts differ.</summary>
    /// <param name="sample">The first sample.</param>
    /// <param name="example">The second.</param>
    /// <param name="isSchemaWord">Returns whether a text of the first one stands for a value.</param>
    public static bool AreConstants(JsonText sample, JsonText example, Func<JsonText, bool> isSchemaWord)
    {
        var values = new RepeatedValues();
        values.Compare(sample, example, isSchemaWord, 0);
        return values._isTemplate || (values._different > 0 && values._different >= values._same);
    }

    private void Compare(JsonText sample, JsonText example, Func<JsonText, bool> isSchemaWord, int depth)
    {
        if (depth > Deepest)
            return;
        if (isSchemaWord(sample) || (sample.Kind == JsonTextKind.Null && example.Kind != JsonTextKind.Null))
        {
            _isTemplate = true;
        }
        else if (sample.Kind == JsonTextKind.Object)
        {
            var others = example.Members.GroupBy(static member => member.Name, StringComparer.Ordinal)
                .ToDictionary(static members => members.Key, static members => members.First().Value, StringComparer.Ordinal);
            foreach (var member in sample.Members)
            {
                if (others.TryGetValue(member.Name, out var other))
                    Compare(member.Value, other, isSchemaWord, depth + 1);
            }
        }
        else if (sample.Kind == JsonTextKind.Array)
        {
            foreach (var (item, other) in sample.Items.Zip(example.Items))
                Compare(item, other, isSchemaWord, depth + 1);
        }
        else if (sample.Kind == JsonTextKind.String && example.Kind == JsonTextKind.String)
        {
            CompareTexts(sample.Text, example.Text);
        }
    }

    // Times and identifiers differ whenever the server is called again.
    private void CompareTexts(string text, string other)
    {
        if (Address().IsMatch(text))
            _isTemplate |= text != other && IsTemplateOf(text.Split('/'), other.Split('/'));
        else if (text == other)
            _same++;
        else if (!SampleRows.IsMoment(text) && !PathValue.Is(text))
            _different++;
    }

    // 'http://host:port/racks/id' and 'http://srv:80/racks/7'.
    private static bool IsTemplateOf(string[] segments, string[] others)
        => segments.Length == others.Length && segments.Zip(others).Any(static pair => pair.First != pair.Second && !PathValue.Is(pair.First)
            && PathValue.Is(pair.Second));

    [GeneratedRegex("^[a-z][a-z0-9+.-]{1,20}://", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
