using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Language.Rows;
using ApiSpec.Tests.Support;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>
/// Text of a spec is untrusted input to a compiler. For any text, the result is a diagnostic, or code that declares what the spec declares, contains
/// nothing that is invisible to a reviewer, and compiles.
/// </summary>
public sealed class HostileTextTests
{
    private const int Turns = 6;

    private static readonly Dictionary<string, string> Harmless = HostileTemplate.Harmless;
    private static readonly string[] Names = HostileTemplate.Names;

    private static readonly Regex IsOfYaml = new("^APISPEC00[0-9]{2} /specs/api\\.apispec\\.yaml\\(", RegexOptions.CultureInvariant);

    private static readonly Dictionary<HostileTemplate, Lazy<GeneratorRun>> HarmlessRuns = HostileTemplate.All.ToDictionary(
        static template => template, static template => new Lazy<GeneratorRun>(() => Generate([], template).AssertCompiles()));

    private static readonly ConcurrentDictionary<GeneratedTexts, Lazy<CompiledCode>> Compiled = new();

    public static TheoryData<string> Payloads =>
    [
        "*/ class Injected { } /*", "\"\"\" + Injected() + \"\"\"", "\"; class Injected { } //", "\n}\nclass Injected { }\n{", "\r\nclass Injected { }",
        "\u2028class Injected { }", "\u2029}",
        "\u0085class Injected { }", "{{ injected }}", "{0} {1}", "</summary><script>", "]]>", "<![CDATA[", "&lt;&#10;&", "--><!--", "\u202Eevil\u202C",
        "\u2066\u200F\u200B\uFEFF", "\uD800", "\uDC00x", "\uD83D\uDE00", "\0",
        "\u0001\u001B[31m\u007F", "#pragma warning restore\n#error injected", "\n#error injected", "#nullable disable", "\\u0022; class Injected { }",
        "\\u0022", "\\", "\\\"", "'", "\"", "@\"", "$\"{1}\"", "\t", " ", "", ".", "..", "::", "a.b",
        "???/", "/// <summary>", "cref=\"X\"", "global::System", "class", "@class", "_", "Ünï_ℵ", "日本語", "\u0130\u0131", "١٢٣", "1", "e\u0301", "\uFFFE\uFFFF",
        "%0d%0a", "a\u00ADb", "-1", "1e999", "true", "null",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Hostile_text_stays_text(string payload)
    {
        // Each payload is tested with a part of the names in turn, alone or after a name. Every name meets every kind of payload, and the test ends in time.
        var turn = payload.Sum(static c => c);
        for (var i = turn % Turns; i < Names.Length; i += Turns)
            AssertHarmless(Names[i], ((turn + i) % 2 == 0 ? Harmless[Names[i]] : "") + payload);
        foreach (var template in HostileTemplate.All)
        {
            AssertHarmless(Harmless.Keys.Except(Names).ToDictionary(static field => field, _ => payload), template);
            AssertHarmless(Harmless.Keys.Except(Names).ToDictionary(static field => field, field => Harmless[field] + payload), template);
        }
    }

    [Theory]
    [InlineData("title")]
    [InlineData("function")]
    [InlineData("valueText")]
    [InlineData("constant")]
    [InlineData("value")]
    public void Very_long_text_stays_text(string field) => AssertHarmless(field, string.Concat(Enumerable.Repeat("long */ \"\"\" \u2028 ", 4000)));

    [Fact]
    public void Any_text_stays_text()
        => Gen.Select(
            Gen.Int[0, Harmless.Count - 1].Select(static index => Harmless.Keys.ElementAt(index)),
            Gen.OneOf(Gen.String, Gen.String[Gen.Char["\"\\/*<>&{}#\n\r\t\u2028\u2029\u202E\0\uD800'@$: aZ0_"], 0, 30]))
            .Where(static sample => !IsMark(sample.Item1, sample.Item2))
            .Sample(sample => AssertHarmless(sample.Item1, sample.Item2), iter: 150, threads: 1);

    [Fact]
    public void Every_key_of_the_format_is_in_a_template()
    {
        // The rest of a table that is not shown has no text.
        var keys = SchemaKeys.All.Except(["..."]);
        var text = string.Join('\n', HostileTemplate.All.Select(static template => template.Text));
        Assert.All(keys, key => Assert.True(SchemaKeys.IsIn(text, key), key));
    }

    [Fact]
    public void Every_field_is_in_a_template()
        => Assert.All(Harmless.Keys, static field => Assert.Contains(HostileTemplate.All, template => template.Has(field)));

    [Theory]
    [InlineData("header", "X-Head?")]
    [InlineData("member", "name[]")]
    public void Marks_behind_the_name_of_a_row_are_no_text(string field, string name)
    {
        var template = HostileTemplate.Of(field);
        var run = Generate(new() { [field] = name }, template);
        Expect.Nothing(run.CompilerMessages());
        Assert.True(
            run.Errors.Any() || !ShapeOf(run).SequenceEqual(ShapeOf(HarmlessRuns[template].Value)),
            "'?' and '[]' say something of a row, and what they say is generated or refused");
    }

    [Theory]
    [InlineData("_")]
    [InlineData("__")]
    public void A_name_without_a_letter_is_refused(string name)
    {
        foreach (var field in new[] { "memberName", "schemaName" })
            Assert.Contains(
                Generate(new() { [field] = name }, HostileTemplate.Of(field)).DiagnosticTexts,
                static mistake => mistake.StartsWith("APISPEC0215", StringComparison.Ordinal));
        AssertHarmless("memberName", name);
    }

    [Fact]
    public void The_harmless_spec_is_generated_whole()
    {
        foreach (var template in HostileTemplate.All)
        {
            var run = HarmlessRuns[template].Value;
            Assert.Empty(run.DiagnosticTexts);
            Assert.True(ShapeOf(run)[0] >= 12, "types: " + ShapeOf(run)[0]);
        }
    }

    private static void AssertHarmless(string field, string payload)
        => AssertHarmless(new Dictionary<string, string> { [field] = payload }, HostileTemplate.Of(field));

    private static void AssertHarmless(Dictionary<string, string> changed, HostileTemplate template)
    {
        var run = Generate(changed, template);
        var context = string.Join(", ", changed.Select(static pair => pair.Key + " = " + Escape(pair.Value))) + "\n" + string.Join("\n", run.DiagnosticTexts)
            + "\n";
        var harmless = HarmlessRuns[template].Value;
        // Where text stays text, the compiler has nothing to say that it does not say about the harmless spec. Otherwise it is asked.
        var code = TextDifference.IsOnlyText(run, harmless) ? CompiledCode.Of(harmless) : CompiledCode.Of(run);
        Assert.True(code.Messages.Length == 0, context + string.Join("\n", code.Messages));
        Assert.False(code.HasInjectedType, context + "declares the type that it should only mention");
        foreach (var source in run.Result.GeneratedSources)
        {
            Assert.False(source.SourceText.ToString().Any(IsHidden), context + source.HintName + " holds a character that nobody can see");
            Assert.True(CountDirectives(source.SyntaxTree) == 3, context + source.HintName + " has a directive of its own");
        }

        // A name with braces declares a map. If an error is reported, parts can be missing. If the API file is not YAML, its sections lack what it says, and
        // can have other types instead, or none if they are not YAML either. Otherwise the code declares exactly what the spec declares.
        var shape = code.Shape;
        var expected = CompiledCode.Of(harmless).Shape;
        var isApiRead = !run.DiagnosticTexts.Any(static text => IsOfYaml.IsMatch(text));
        if (changed.Any(static pair => IsOfRow(pair.Key) && NamePattern.Split(pair.Value) is not null))
            Assert.True(shape[0] > 0 || !isApiRead, context);
        else if (isApiRead && run.Errors.Any())
            Assert.All(shape.Zip(expected), counts => Assert.True(counts.First <= counts.Second, context));
        else if (isApiRead)
            Assert.True(shape.SequenceEqual(expected), context + string.Join(",", shape) + " instead of " + string.Join(",", expected));
    }

    private static int CountDirectives(SyntaxTree tree)
        => tree.GetRoot().DescendantTrivia(static node => node.ContainsDirectives).Count(static trivia => trivia.IsDirective);

    private static bool IsOfRow(string field)
        => field is "query" or "member" or "sent" or "element" or "attribute" or "field" or "sharedQuery" or "setRow" or "tokenMember" or "errorText"
            or "formField" or "offset" or "page" or "size" or "items" or "total" or "more" or "cursor" or "first" or "second" or "third" or "next" or "needed"
            or "xmlText";

    // After the name of a row, these mean that it is optional or a list, so that the spec declares something else.
    private static bool IsMark(string field, string payload)
        => (field == "header" || IsOfRow(field))
            && (payload.EndsWith('?') || payload.EndsWith("[]", StringComparison.Ordinal));

    private static bool IsHidden(char c) => c != '\n' && (c < ' ' || (c > '~' && IsInvisible(c)));

    private static bool IsInvisible(char c)
        => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || char.IsControl(c);

    // Counts the types, methods, properties and fields that the generated code declares.
    private static int[] ShapeOf(GeneratorRun run)
    {
        var symbols = run.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.TypeAndMember).Where(static symbol => !symbol.IsImplicitlyDeclared)
            .ToList();
        return
        [
            symbols.OfType<INamedTypeSymbol>().Count(),
            symbols.OfType<IMethodSymbol>().Count(static method => method.MethodKind == MethodKind.Ordinary),
            symbols.OfType<IPropertySymbol>().Count(),
            symbols.OfType<IFieldSymbol>().Count(),
        ];
    }

    private static GeneratorRun Generate(Dictionary<string, string> changed, HostileTemplate template)
    {
        string Fill(string spec)
        {
            foreach (var (field, text) in Harmless.OrderByDescending(static pair => pair.Key.Length))
                spec = spec.Replace("$" + field, Escape(changed.TryGetValue(field, out var other) ? other : text), StringComparison.Ordinal);
            return spec;
        }

        return GeneratorRun.Of(
            [SpecFiles.Of("api", Fill(template.Api)), .. template.Sections.Select((section, i) => SpecFiles.Of("section" + i, Fill(section)))]);
    }

    // Double quotes, in which YAML allows every character to be escaped.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '-' or ':' or '/')
                escaped.Append(c);
            else
                escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    /// <summary>What the compiler says about generated code, and what it declares.</summary>
    private sealed record CompiledCode(string[] Messages, int[] Shape, bool HasInjectedType)
    {
        public static CompiledCode Of(GeneratorRun run) => Compiled.GetOrAdd(run.Texts, new Lazy<CompiledCode>(() => new CompiledCode(
            run.CompilerMessages(), ShapeOf(run), run.Compilation.GetSymbolsWithName("Injected", SymbolFilter.Type).Any()))).Value;
    }
}
