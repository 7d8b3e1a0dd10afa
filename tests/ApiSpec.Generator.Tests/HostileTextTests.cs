using System.Globalization;
using System.Text;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Language.Rows;
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
    // The defaults of $0, $1 and so on. Every string of the format occurs in one of the templates.
    private const string Api = """
        api: x
        client: "$client"
        namespace: "$namespace"
        title: "$title"
        base: "$base"
        notes: "$notes"
        manuals: {V1: "$manual"}
        roles: {"$role": "$roleText"}
        date-time: "$format"
        headers:
          "$header": "string always $headerConstant"
        status: {"404 $shared": "$sharedText"}
        success when: a is missing
        error code in: "$fault"
        error codes: {"$errorCode": "$statusText"}
        error:
          a?: string
          "$fault": string
        """;

    private const string Section = """
        api: x
        section: "$section"
        title: "$title"
        function: "$function"
        operation: "$operation"
        source: "V1 $source"
        errata: [{printed: "$printed", here: "$here"}]
        roles: ["$role"]
        version: "$version"
        request: "POST /x/{version}/{id}/$path"
        deprecated: "$deprecated"
        notes: "$notes"
        since: V1
        path:
          id: "string always $pathConstant - $rowText"
        query:
          "$query?": {type: "string default $default when $when", description: "$rowText"}
          fixed: "string always $constant"
          limit: {type: int, notes: "$notes", description: "$rowText"}
        body: Subject
        status:
          "200 $message": "$statusText"
          404:
            description: "$statusText"
            editions: {V1: "$editionText"}
        response:
          "$member": {type: "string always $constant when $when", description: "$rowText", alias: ["$alias"], notes: "$notes", deprecated: "$deprecated"}
          state: {type: enum, values: {"$value": "$valueText", other: "$valueText"}}
          code: {type: int, values: {7: "$valueText", 8: {description: "$valueText", csharp: "$constantName"}}}
          moment?: date-time
        schemas:
          Subject:
            csharp: "$schemaName"
            description: "$schemaText"
            notes: "$notes"
            deprecated: "$deprecated"
            members:
              "$sent": {type: string secret, csharp: "$memberName"}
        """;

    private const string XmlSection = """
        api: x
        operation: Letters.Send
        request: POST base-URL/letters
        body xml:
          part:
            "@$attribute": "string always $constant - $rowText"
            "$element": {type: "string always $constant", description: "$rowText"}
            list: int[]
        status:
          200 OK: Done
        response xml:
          part:
            "@$attribute": string
            "$element": {members: {"@id": int, "#text": string}}
        """;

    private const string FormSection = """
        api: x
        operation: Letters.Post
        request: POST base-URL/letters
        body multipart:
          "$field": string[] as brackets
          "$start{X}?": {type: string, description: "$rowText", notes: "$notes"}
          file?: bytes[] as repeat
          kind: "string always $constant"
        status:
          200 OK: Done
        """;

    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["client"] = "XClient", ["namespace"] = "N", ["title"] = "Title", ["base"] = "http://localhost/x", ["notes"] = "Notes", ["manual"] = "Manual",
        ["role"] = "Admin",
        ["roleText"] = "Role", ["format"] = "yyyy-MM-ddTHH:mm:sszzz", ["header"] = "X-Head", ["headerConstant"] = "on", ["shared"] = "Not found",
        ["sharedText"] = "Shared", ["section"] = "1.2",
        ["function"] = "Function", ["operation"] = "Parts.Make", ["source"] = "1.2", ["printed"] = "this", ["here"] = "that is it", ["version"] = "v1",
        ["path"] = "tail",
        ["deprecated"] = "Gone", ["pathConstant"] = "seven", ["rowText"] = "Row", ["query"] = "filter", ["default"] = "asc", ["when"] = "sometimes",
        ["constant"] = "fixed",
        ["message"] = "Fine", ["statusText"] = "Text", ["editionText"] = "Edition", ["member"] = "name", ["alias"] = "alias", ["value"] = "one",
        ["valueText"] = "One",
        ["fault"] = "fault", ["errorCode"] = "E1", ["schemaName"] = "Thing", ["schemaText"] = "Schema", ["sent"] = "sent", ["memberName"] = "Sent",
        ["constantName"] = "Eight",
        ["element"] = "element", ["attribute"] = "attribute", ["field"] = "field", ["start"] = "label",
    };

    // Strings that become C# names or parts of the request, in which one error can hide others.
    private static readonly string[] Names =
    [
        "client", "namespace", "base", "role", "format", "header", "shared", "operation", "version", "path", "query", "message", "member", "alias", "value",
        "fault", "errorCode", "schemaName", "sent", "memberName", "constantName", "element", "attribute", "field", "start",
    ];

    private static readonly string[] Sections = [Section, XmlSection, FormSection];

    private static readonly Dictionary<string, int[]> Shapes = Sections.ToDictionary(
        static section => section, static section => ShapeOf(Generate([], section)));

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
        // Each payload is tested with a third of the names in turn, alone or after a name. Every name meets every kind of payload, and the test ends in time.
        var turn = payload.Sum(static c => c);
        for (var i = turn % 3; i < Names.Length; i += 3)
            AssertHarmless(Names[i], ((turn + i) % 2 == 0 ? Harmless[Names[i]] : "") + payload);
        foreach (var section in Sections)
        {
            AssertHarmless(Harmless.Keys.Except(Names).ToDictionary(static field => field, _ => payload), section);
            AssertHarmless(Harmless.Keys.Except(Names).ToDictionary(static field => field, field => Harmless[field] + payload), section);
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

    [Theory]
    [InlineData("header", "X-Head?")]
    [InlineData("member", "name[]")]
    public void Marks_behind_the_name_of_a_row_are_no_text(string field, string name)
    {
        var run = Generate(new() { [field] = name }, Section);
        Expect.Nothing(run.CompilerMessages());
        Assert.True(
            run.Errors.Any() || !ShapeOf(run).SequenceEqual(Shapes[Section]),
            "'?' and '[]' say something of a row, and what they say is generated or refused");
    }

    [Theory]
    [InlineData("_")]
    [InlineData("__")]
    public void A_name_without_a_letter_is_refused(string name)
    {
        foreach (var field in new[] { "memberName", "schemaName" })
            Assert.Contains(
                Generate(new() { [field] = name }, Section).DiagnosticTexts, static mistake => mistake.StartsWith("APISPEC0215", StringComparison.Ordinal));
        AssertHarmless("memberName", name);
    }

    [Fact]
    public void The_harmless_spec_is_generated_whole()
    {
        foreach (var section in Sections)
        {
            Assert.Empty(Generate([], section).AssertCompiles().DiagnosticTexts);
            Assert.True(Shapes[section][0] >= 15, "types: " + Shapes[section][0]);
        }
    }

    private static void AssertHarmless(string field, string payload)
        => AssertHarmless(new Dictionary<string, string> { [field] = payload }, field switch
        {
            "element" or "attribute" => XmlSection,
            "field" or "start" => FormSection,
            _ => Section,
        });

    private static void AssertHarmless(Dictionary<string, string> changed, string section)
    {
        var run = Generate(changed, section);
        var context = string.Join(", ", changed.Select(static pair => pair.Key + " = " + Escape(pair.Value))) + "\n" + string.Join("\n", run.DiagnosticTexts)
            + "\n";
        var messages = run.CompilerMessages();
        Assert.True(messages.Length == 0, context + string.Join("\n", messages));
        foreach (var (hint, text) in run.Files)
        {
            Assert.True(text.All(static c => c == '\n' || c >= ' ') && !text.Any(IsInvisible), context + hint + " holds a character that nobody can see");
            var root = run.Compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("/" + hint, StringComparison.Ordinal)
                || tree.FilePath.EndsWith("\\" + hint, StringComparison.Ordinal)).GetRoot();
            Assert.True(root.DescendantTrivia().Count(static trivia => trivia.IsDirective) == 3, context + hint + " has a directive of its own");
        }

        // A name with braces declares a map. If an error is reported, parts can be missing. Otherwise the code declares exactly what the spec declares.
        var shape = ShapeOf(run);
        var expected = Shapes[section];
        if (changed.Any(static pair => IsOfRow(pair.Key) && NamePattern.Split(pair.Value) is not null))
            Assert.True(shape[0] > 0, context);
        else if (run.Errors.Any())
            Assert.All(shape.Zip(expected), counts => Assert.True(counts.First <= counts.Second, context));
        else
            Assert.True(shape.SequenceEqual(expected), context + string.Join(",", shape) + " instead of " + string.Join(",", expected));
        Assert.DoesNotContain(run.Compilation.GetSymbolsWithName("Injected", SymbolFilter.Type), static _ => true);
    }

    private static bool IsOfRow(string field) => field is "query" or "member" or "sent" or "element" or "attribute" or "field";

    // After the name of a row, these mean that it is optional or a list, so that the spec declares something else.
    private static bool IsMark(string field, string payload)
        => (field == "header" || IsOfRow(field))
            && (payload.EndsWith('?') || payload.EndsWith("[]", StringComparison.Ordinal));

    private static bool IsInvisible(char c)
        => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || (c != '\n' && char.IsControl(c));

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

    private static GeneratorRun Generate(Dictionary<string, string> changed, string section)
    {
        string Fill(string template)
        {
            foreach (var (field, text) in Harmless.OrderByDescending(static pair => pair.Key.Length))
                template = template.Replace("$" + field, Escape(changed.TryGetValue(field, out var other) ? other : text), StringComparison.Ordinal);
            return template;
        }

        return GeneratorRun.Of(SpecFiles.Of("api", Fill(Api)), SpecFiles.Of("section", Fill(section)));
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
}
