using System.Text.RegularExpressions;
using ApiSpec.Generator.Binding;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>
/// A slip in example section 9.6.8 is always noticed. The test deletes each line and replaces each word, and each time expects a diagnostic in that file or
/// different code. <see cref="Survivors"/> lists the exceptions, each with a reason.
/// </summary>
public sealed partial class FoundingSectionTests
{
    private const string Founding = "specs/jp1ao/tasks/2.7.14-get-rerun-start.apispec.yaml";

    private static readonly ParsedProject Baseline = new();

    [Fact]
    public void The_founding_section_has_no_diagnostic() => Assert.Empty(SpecProject.Of([Baseline.Section, .. Baseline.Others]).Diagnostics);

    [Fact]
    public void A_deleted_line_or_a_changed_word_shows_as_a_diagnostic_or_in_the_code()
    {
        var survived = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var mutants = 0;
        foreach (var (name, text) in Mutants())
        {
            mutants++;
            if (!Shows(text))
                survived.TryAdd(name, text);
        }

        var listed = Survivors.Names.ToHashSet(StringComparer.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"{mutants} mutants, {survived.Count} survivors");
        var unlisted = survived.Keys.Where(name => !listed.Contains(name));
        var gone = listed.Where(name => !survived.ContainsKey(name)).Order(StringComparer.Ordinal);
        var wrong = unlisted.Select(static name => "not listed: " + name).Concat(gone.Select(static name => "does not survive: " + name)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool Shows(string text)
    {
        var mutant = SpecProject.Of([SpecProject.Read(Founding, text), .. Baseline.Others]);
        return mutant.Diagnostics.Any(static found => found.Path == Founding) || mutant.GeneratedText() != Baseline.Generated;
    }

    private static IEnumerable<(string Name, string Text)> Mutants()
    {
        var lines = Baseline.Text.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0)
                continue;
            yield return ($"{i + 1} deleted: {line.Trim()}", Join([.. lines[..i], .. lines[(i + 1)..]]));
            foreach (Match word in Word().Matches(line))
            {
                var another = line[..word.Index] + Another(word.Value) + line[(word.Index + word.Length)..];
                yield return ($"{i + 1} {word.Value}: {line.Trim()}", Join([.. lines[..i], another, .. lines[(i + 1)..]]));
            }
        }
    }

    private static string Join(string[] lines) => string.Join('\n', lines) + "\n";

    // Replaces every letter and digit with the next one, so that the word keeps its length and case.
    private static string Another(string word) => string.Concat(word.Select(static c => c switch
    {
        'z' => 'a',
        'Z' => 'A',
        '9' => '1',
        _ => (char)(c + 1),
    }));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    private sealed class ParsedProject
    {
        public ParsedProject()
        {
            var founding = Corpus.Files.Single(static file => file.Path == Founding);
            Text = founding.Text;
            Section = SpecProject.Read(Founding, founding.Text);
            Others = [.. founding.Beside.Select(static file => SpecProject.Read(file.Path, file.Text))];
            Generated = SpecProject.Of([Section, .. Others]).GeneratedText();
        }

        public string Text { get; }

        public ParsedSpecFile Section { get; }

        public IReadOnlyList<ParsedSpecFile> Others { get; }

        public string Generated { get; }
    }
}
