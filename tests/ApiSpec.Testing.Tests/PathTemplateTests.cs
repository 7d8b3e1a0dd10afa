using ApiSpec.Testing.Loading;
using CsCheck;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Which paths have the form of a request line, and which values its placeholders have in them.</summary>
public sealed class PathTemplateTests
{
    // A letter in two forms, a delimiter with and without encoding, a slash in a value, and a character of two bytes.
    private static readonly (string Sent, string Normal)[] s_characters =
    [
        ("a", "a"), ("b", "b"), ("-", "-"), ("%61", "a"), (",", ","), ("%2C", "%2C"), ("%2c", "%2C"), ("%2F", "%2F"), ("\u00e9", "%C3%A9"), ("/", "/"),
    ];

    private static readonly string[] s_texts = ["a", "b", "-", "ab", "a-", ",", "%2C", "C", "\u00e9"];

    private static readonly Gen<Part> s_part = Gen.Frequency(
        (4, Gen.Int[0, s_texts.Length - 1].Select(static i => new Part(s_texts[i], false, false))),
        (4, Gen.Const(new Part("", true, false))),
        (1, Gen.Const(new Part("", true, true))));

    private static readonly Gen<Part[][]> s_template = s_part.Array[1, 4].Array[1, 4];

    [Fact]
    public void Values_are_those_of_the_longest_first_reading()
        => Gen.Select(s_template, Gen.Int[0, s_characters.Length - 1].Array[1, 4].Array[12], Gen.Int[0, s_characters.Length - 1].Array[0, 9]).Sample(
            static (template, values, others) =>
            {
                using var stub = new StubMessageHandler(ExampleCatalog.Parse(SpecOf(template, "Things.Get")));
                using var client = new HttpClient(stub);
                string[] paths =
                [
                    Fill(template, values),
                    string.Concat(others.Select(static i => s_characters[i].Sent)),
                ];
                foreach (var path in paths)
                {
                    using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("http://x/s/" + path)));
                    var request = stub.Requests[^1];
                    var expected = Read(ElementsOf(template), 0, TokensOf(path), 0)?.ConvertAll(Uri.UnescapeDataString);
                    Assert.Equal(expected is null ? null : "Things.Get", request.OperationId);
                    Assert.Equal(expected ?? [], Enumerable.Range(0, request.PathValues.Count).Select(i => request.PathValues[$"n{i}"]));
                }
            },
            iter: 2_000, threads: 1);

    [Theory]
    [InlineData("{p}-", "x")]
    [InlineData("{p}ab{p}b", "c-")]
    [InlineData("{p}/", "x")]
    [InlineData("{p}", "x")]
    [InlineData("a", "")]
    [InlineData("a/", "")]
    [InlineData(",", "")]
    public void Request_line_of_any_length_fits_its_paths(string unit, string value)
    {
        var count = 0;
        var line = "/s/z";
        while (line.Length < 3_800)
            line += string.Join("", unit.Split("{p}").Select((text, i) => i == 0 ? text : $"{{n{count++}}}{text}"));
        line = line.TrimEnd('/') + "z";
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", Spec("Things.Get", line, count, static _ => false))));
        using var client = new HttpClient(stub);
        var path = line;
        for (var i = 0; i < count; i++)
            path = path.Replace($"{{n{i}}}", value, StringComparison.Ordinal);

        using var fitting = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("http://x" + path)));
        using var other = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("http://x" + path + "y")));

        Assert.Equal(["Things.Get", null], stub.Requests.Select(static request => request.OperationId));
        Assert.Equal(Enumerable.Repeat(value, count), stub.Requests[0].PathValues.Values);
    }

    [Theory]
    [InlineData("{n0}-{n1}-{n2}-{n3}x", "-")]
    [InlineData("{n0}aab{n1}aab{n2}x", "a")]
    [InlineData("{n0}{n1}{n2}x", "%C3%A9")]
    [InlineData("{n0*}/{n1}-/a/{n2*}/x", "-/a/")]
    [InlineData("{n0*}-{n1*}-{n2*}x", "-/")]
    public async Task Long_path_that_nearly_fits_is_refused(string template, string repeated)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml",
            Spec("Things.Get", "/s/" + template.Replace("*", "", StringComparison.Ordinal), 4, i => template.Contains($"n{i}*", StringComparison.Ordinal)))));
        using var client = new HttpClient(stub);

        // A search whose time grows with the square of the length would take much longer. Before .NET 10, a URI has at most 65,519 characters.
        var length = Environment.Version.Major >= 10 ? 1_000_000 : 60_000;
        var path = string.Concat(Enumerable.Repeat(repeated, length / repeated.Length));
        var call = Task.Run(
            () => client.Send(new HttpRequestMessage(HttpMethod.Get, "http://x/s/" + path)).Dispose(), TestContext.Current.CancellationToken);
        await call.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(stub.Requests).OperationId);
    }

    [Fact]
    public void Each_of_two_thousand_operations_is_found_without_a_comparison_with_the_others()
    {
        var lines = Enumerable.Range(0, 500).SelectMany(static i => new[]
        {
            $"/s/group{i % 50}/thing{i}", $"/s/group{i % 50}/thing{i}/{{n0}}", $"/s/{{n0}}/part{i}", $"/s/v{i}/{{n0}}.{{n1}}",
        }).ToList();
        var catalog = ExampleCatalog.Parse(
            [.. lines.Select((line, i) => new SpecDocument($"{i}.apispec.yaml", Spec($"Things.Get{i}", line, 2, static _ => false)))]);
        var index = new PathIndex([.. catalog.Apis.SelectMany(static api => api.Operations)]);
        using var stub = new StubMessageHandler(catalog);
        using var client = new HttpClient(stub);

        foreach (var line in lines)
        {
            var path = line.Replace("{n0}", "7", StringComparison.Ordinal).Replace("{n1}", "8", StringComparison.Ordinal);
            client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("http://x" + path))).Dispose();
            Assert.Single(index.Find(path));
        }

        Assert.Equal(Enumerable.Range(0, lines.Count).Select(static i => $"Things.Get{i}"), stub.Requests.Select(static request => request.OperationId!));
    }

    private static SpecDocument SpecOf(Part[][] template, string id)
    {
        var values = template.SelectMany(static parts => parts).Where(static part => part.IsValue).ToList();
        var count = 0;
        var line = "/s/" + string.Join('/', template.Select(parts => string.Concat(parts.Select(part => part.IsValue ? $"{{n{count++}}}" : part.Text))));
        return new SpecDocument("a.apispec.yaml", Spec(id, line, values.Count, i => values[i].HasSlashes));
    }

    private static string Spec(string id, string line, int count, Func<int, bool> hasSlashes)
    {
        var rows = Enumerable.Range(0, count).Where(i => line.Contains($"{{n{i}}}", StringComparison.Ordinal))
            .Select(i => $"  n{i}: string{(hasSlashes(i) ? " slashes" : "")}\n").ToList();
        return $"operation: {id}\nrequest: GET {line}\n{(rows.Count > 0 ? "path:\n" + string.Concat(rows) : "")}status: [200]\n";
    }

    private static string Fill(Part[][] template, int[][] values)
    {
        var number = 0;
        return string.Join('/', template.Select(parts => string.Concat(parts.Select(part => part.IsValue ? Value(part) : part.Text))));

        string Value(Part part)
            => string.Concat(values[number++ % values.Length].Select(static i => s_characters[i].Sent).Where(sent => part.HasSlashes || sent != "/"));
    }

    // The characters of a normal path. An escape is one character, and so are the escapes of one letter.
    private static List<string> TokensOf(string path)
    {
        var tokens = new List<string>();
        for (var i = 0; i < path.Length;)
        {
            var (sent, normal) = s_characters.Append(("C", "C")).First(character => path.AsSpan(i).StartsWith(character.Item1, StringComparison.Ordinal));
            tokens.Add(normal);
            i += sent.Length;
        }

        return tokens;
    }

    private static List<Element> ElementsOf(Part[][] template)
    {
        var elements = new List<Element>();
        foreach (var parts in template)
        {
            if (elements.Count > 0)
                elements.Add(new Element("/", false, false, false));
            var isFixed = !Array.Exists(parts, static part => part.IsValue);
            foreach (var part in parts)
            {
                if (part.IsValue)
                    elements.Add(new Element("", true, part.HasSlashes, false));
                else
                    elements.AddRange(TokensOf(part.Text).Select(token => new Element(token, false, false, isFixed)));
            }
        }

        return elements;
    }

    // Tries everything: the first value is as long as possible, then the second, and so on.
    private static List<string>? Read(List<Element> elements, int at, List<string> path, int start)
    {
        if (at == elements.Count)
            return start == path.Count ? [] : null;
        var element = elements[at];
        if (!element.IsValue)
            return start < path.Count && element.Fits(path[start]) ? Read(elements, at + 1, path, start + 1) : null;
        var end = start;
        while (end < path.Count && (element.HasSlashes || path[end] != "/"))
            end++;
        for (; end > start; end--)
        {
            if (Read(elements, at + 1, path, end) is { } rest)
                return [string.Concat(path[start..end]), .. rest];
        }

        return null;
    }

    private sealed record Part(string Text, bool IsValue, bool HasSlashes);

    /// <summary>One character, or a value.</summary>
    private sealed record Element(string Token, bool IsValue, bool HasSlashes, bool IsFixed)
    {
        // Fixed text holds no value, so its delimiters can be encoded.
        public bool Fits(string token) => Plain(token) == Plain(Token);

        private string Plain(string token) => IsFixed && token == "%2C" ? "," : token;
    }
}
