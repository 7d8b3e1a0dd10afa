using ApiSpec.Generator.Tests.Running;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Results from before an edit are reused after it, without any effect on the generated code.</summary>
public sealed class EditHistoryTests
{
    // With a fake, everything that a project can request depends on the specs.
    private static readonly Consumer Consumer = Consumer.Net100 with { GenerateFake = "true", HasHttpClientFactory = true };

    private static readonly Compilation Compilation = Consumer.Compile();

    private static readonly SpecFile[] Files =
    [
        .. SpecFiles.Kitchen,
        SpecFiles.Of(
            "extras",
            "api: kitchen\nschemas:\n  Kind: enum wood|steel\n  Level: {type: long, values: {1: Low}}\n  Loop<T>: {next: T, again?: 'Loop<T[]>'}\n"),
        SpecFiles.Section(
            "Parts.Search",
            "api: kitchen\nquery:\n  HQL::filter?: hql-filter\n  HQL::fields?: hql-fields\nresponse: Page<Part>\npaging: {offset: page, items: data}\n"),
        SpecFiles.Section("Parts.Edit", "api: kitchen\nbody: Part\nrequired: [kind]\nat-most-one: [owner, parts]\nresponse: Loop<Part>\n", "PUT /parts/edit"),
        SpecFiles.Section(
            "Other.Get",
            "api: kitchen\nresponse: Part\nwith: {name: always run, kind: small}\nexamples:\n  - response header: HTTP/1.1 201 OK\n"
            + "    response body: '{\"name\": 1, \"kinds\": \"small\"}'\n"),
        SpecFiles.Of(
            "secured",
            "api: secured\nclient: SecuredClient\nauthentication:\n  - query usr, pwd\n  - body login.key\nsets:\n  paged:\n    edition: string constant v3\n"
            + "error code in: error.code\nerror:\n  error: Failure\nschemas:\n  Failure: {code: int}\n  Login: {key: string}\n"),
        SpecFiles.Section("Safe.Get", "api: secured\nversion: v3\nuse: paged\nquery:\n  usr: string\n  name: string\n"),
        SpecFiles.Section("Safe.Put", "api: secured\nversion: v4\nbody:\n  login: {key: string}\n  name: string\n", "PUT /safe/v4"),
        SpecFiles.Section("Safe.Set", "api: secured\nversion: v3\nbody: same as Safe.Put\n", "POST /safe/v3"),
        SpecFiles.Section("Alone.Get", "response:\n  link: url - link Alone.Put\n"),
        SpecFiles.Section("Alone.Put", "body:\n  state: enum a|b\n  level: {type: int, values: {1: Low, 2: High}}\nbody xml:\n  put: Put\n"
            + "schemas:\n  Put: {state: string}\n", "PUT /objects/alone"),
    ];

    private static readonly string[] Words =
        [.. Files.SelectMany(static file => file.Text!.Split([' ', '\n', ':', '[', ']', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static readonly string[] Lines = [.. Files.SelectMany(static file => file.Text!.Split('\n')).Distinct()];

    private static readonly Lazy<string[]> s_expectedAtStart = new(static () => FromScratch(Files));

    private static readonly Gen<Edit> AnyEdit = Gen.Select(
        Gen.Enum<EditKind>(), Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Int[0, 10_000],
        static (kind, file, place, what) => new Edit(kind, file, place, what));

    private enum EditKind
    {
        Describe,
        ReplaceWord,
        RepeatWordElsewhere,
        DeleteLine,
        RepeatLine,
        InsertLine,
        Remove,
        Restore,
        RestoreAll,
        GoBack,
    }

    [Fact]
    public void What_is_generated_does_not_depend_on_what_was_before()
        => AnyEdit.List[1, 14].Sample(AssertLikeFromScratch);

    /// <summary>
    /// Makes the edits one after the other in a running compiler, and compares it after each edit with a new compiler that starts with the same files.
    /// </summary>
    private static void AssertLikeFromScratch(List<Edit> edits)
    {
        SpecFile[] start = [.. Files.Select(static file => new SpecFile(file.Path, file.Text))];
        var history = new List<State> { new(start, Start(start), s_expectedAtStart.Value) };
        foreach (var edit in edits)
        {
            var (files, driver, _) = history[^1];
            if (edit.Kind == EditKind.GoBack)
                (files, driver, _) = history[edit.What % history.Count];
            var edited = edit.Apply(files);
            driver = Run(Replace(driver, files, edited));
            // Many edits lead back to texts that a new compiler has already read.
            var expected = history.Find(state => HaveSameTexts(state.Files, edited))?.Expected ?? FromScratch(edited);
            history.Add(new State(edited, driver, expected));
            Assert.Equal(expected, Generated(driver));
        }
    }

    private static bool HaveSameTexts(SpecFile[] files, SpecFile[] others)
        => files.Select(static file => file.Text).SequenceEqual(others.Select(static file => file.Text));

    // Steps are not tracked: with tracking, the compiler loses the last file if one was removed and another one is unchanged.
    private static GeneratorDriver Start(IEnumerable<SpecFile> files)
        => Run(CSharpGeneratorDriver.Create(
            [new ApiSpecGenerator().AsSourceGenerator()], files.Where(static file => file.Text is not null), Consumer.ParseOptions, Consumer.Options));

    // Other objects, because what is read and bound of a file is kept for as long as its object.
    private static string[] FromScratch(SpecFile[] files) => Generated(Start(files.Select(static file => new SpecFile(file.Path, file.Text))));

    private static GeneratorDriver Run(GeneratorDriver driver) => driver.RunGenerators(Compilation, CancellationToken.None);

    // A file that is removed and added again comes last in the project.
    private static GeneratorDriver Replace(GeneratorDriver driver, SpecFile[] before, SpecFile[] after)
    {
        foreach (var (old, now) in before.Zip(after).Where(static pair => pair.First != pair.Second && (pair.First.Text ?? pair.Second.Text) is not null))
        {
            driver = old.Text is null ? driver.AddAdditionalTexts([now])
                : now.Text is null ? driver.RemoveAdditionalTexts([old])
                : driver.ReplaceAdditionalText(old, now);
        }

        return driver;
    }

    // The compiler does not show either in the order in which it gets them, which is the order of the project's files. Texts are not copied: they are large, so
    // that copies would soon fill the memory.
    private static string[] Generated(GeneratorDriver driver)
    {
        var result = GeneratorRun.Single(driver);
        return
        [
            .. result.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal)
                .SelectMany(static source => new[] { source.HintName, source.SourceText.ToString() }),
            .. result.Diagnostics.Select(GeneratorRun.Show).Order(StringComparer.Ordinal),
        ];
    }

    /// <param name="Files">The files after an edit.</param>
    /// <param name="Driver">The running compiler.</param>
    /// <param name="Expected">What a new compiler generates from the files.</param>
    private sealed record State(SpecFile[] Files, GeneratorDriver Driver, string[] Expected);

    private sealed record Edit(EditKind Kind, int File, int Place, int What)
    {
        public SpecFile[] Apply(SpecFile[] files)
        {
            if (Kind is EditKind.RestoreAll or EditKind.GoBack)
                return Kind == EditKind.GoBack ? files : Files;
            var edited = files.ToArray();
            var index = File % files.Length;
            edited[index] = Kind switch
            {
                EditKind.Remove => new SpecFile(files[index].Path, null),
                EditKind.Restore => Files[index],
                _ => files[index].Text is { } text ? files[index].With(Change(text)) : Files[index],
            };
            return edited;
        }

        private string Change(string text)
        {
            var lines = text.Split('\n').ToList();
            var place = Place % lines.Count;
            switch (Kind)
            {
                case EditKind.Describe:
                    lines[place] = lines[place].Replace(" - ", " - Now ", StringComparison.Ordinal) + " ";
                    break;
                case EditKind.ReplaceWord:
                    var words = lines[place].Split(' ');
                    words[What % words.Length] = Words[(What + Place) % Words.Length];
                    lines[place] = string.Join(' ', words);
                    break;
                case EditKind.RepeatWordElsewhere:
                    return text.Replace(Words[What % Words.Length], Words[Place % Words.Length], StringComparison.Ordinal);
                case EditKind.DeleteLine:
                    lines.RemoveAt(place);
                    break;
                case EditKind.RepeatLine:
                    lines.Insert(place, lines[place]);
                    break;
                case EditKind.InsertLine:
                    lines.Insert(place, Lines[What % Lines.Length]);
                    break;
            }

            return string.Join('\n', lines);
        }
    }
}
