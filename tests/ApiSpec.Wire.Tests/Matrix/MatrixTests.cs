using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Wire.Tests.Matrix;

/// <summary>Every type in every place is sent and read as the format reference says, or rejected at its row.</summary>
public sealed class MatrixTests(MatrixFixture fixture) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Places => [.. Enum.GetNames<CellPlace>()];

    [Fact]
    public void What_is_not_generated_is_refused_at_its_row()
    {
        Assert.Equal("", string.Join("\n", fixture.Misplaced));
        Assert.NotEmpty(fixture.Refused);
    }

    [Theory]
    [InlineData(
        CellPlace.Path,
        "epoch; epoch-ms; long as string; boolean as 0|1; date-time as \"YYYYMMDDThhmmssZ\"; date as \"DD.MM.YYYY\"; AMoment; int or \"N/A\"; epoch[] as "
        + "comma; string; int; enum a|b; string[] as comma; date-time[] as comma; (enum a|b)[] as comma; AComma; SEnum; int[] as \"[a,b]\"; string[] as "
        + "\"(a|b)\"; (date as \"DD.MM.YYYY\")[] as \"{a b}\"; AEnclosed; AEnum[] as \"[a|b]\"")]
    [InlineData(
        CellPlace.Query,
        "epoch; epoch as string; boolean as no|yes; date-time as \"YYYY/MM/DD hh:mm:ss\"; time as \"hhmmss\"; AFlagWord; int or \"N/A\"; (boolean as Y|N)[] "
        + "as repeat; (date as \"DD.MM.YYYY\")[] as space; string; flag; string[] as comma; string[] as space; string[] as pipe; string[] as repeat; "
        + "string[] as brackets; APipe; ABrackets; AFlag; AEnum; SEnum; int[] as \"[a,b]\"; string[] as \"(a|b)\"; (date as \"DD.MM.YYYY\")[] as "
        + "\"{a b}\"; AEnclosed; AEnum[] as \"[a|b]\"; Table as json; Table[] as json")]
    [InlineData(
        CellPlace.Header,
        "epoch; long as string; boolean as 0|1; AMoment; date-time or \"\"; AQuoted; string; boolean; bytes; string[] as comma; int[] as comma; (enum a|b)[] "
        + "as comma; AComma; ADate; Table as json; Table[] as json")]
    [InlineData(
        CellPlace.FormPart,
        "epoch; epoch as string; boolean as 0|1; AMoment; int or \"N/A\"; (boolean as Y|N)[] as comma; string; uuid; int as string; AString; Table; Table[]; "
        + "map<string>; AUnion; int[] as \"[a,b]\"; string[] as \"(a|b)\"; AEnclosed; AEnum[] as \"[a|b]\"; Table as json")]
    [InlineData(CellPlace.MultipartPart, "string; bytes; Table; Table[]; map<string>; AUnion; Table[] as json")]
    [InlineData(
        CellPlace.BodyMember,
        "epoch; epoch as string; long as string; boolean as 0|1; boolean as \"1\"|\"0\"; AMoment; date as \"DD.MM.YYYY\"; int or \"N/A\"; (epoch | (boolean "
        + "as on|off))[]; (boolean as 1|0)[]; (date as \"DD.MM.YYYY\" or \"\")[]; Table as json; Table[] as json; string; any; string[]; string[] as comma; "
        + "int as string; Table[]; Page<Table>; AUnion; ACsv; AQuoted; SList; SCsv")]
    [InlineData(
        CellPlace.XmlElement, "epoch; epoch as string; long as string; boolean as 0|1; boolean as \"1\"|\"0\"; AMoment; date as \"DD.MM.YYYY\";"
            + " int or \"N/A\"; (boolean as 1|0)[]; (date as \"DD.MM.YYYY\" or \"\")[]; Table as json; Table[] as json; string; string[];"
            + " string[] as comma; int as string; Table[]; Page<Table>; ACsv; AQuoted; SList; SCsv; map<string>; object")]
    [InlineData(
        CellPlace.XmlAttribute, "epoch; epoch as string; long as string; boolean as 0|1; boolean as no|yes; AMoment; date as \"DD.MM.YYYY\";"
            + " int or \"N/A\"; string; boolean; uuid; string[] as comma; int as string; ACsv; AQuoted; SCsv; Table as json")]
    [InlineData(
        CellPlace.ResponseElement, "epoch; long as string; boolean as 0|1; AMoment; int or \"N/A\"; (boolean as 1|0)[]; Table as json; string; string[];"
            + " string[] as comma; Table[]; Page<Table>; SList; SCsv; map<string>")]
    [InlineData(CellPlace.ResponseAttribute, "epoch; long as string; boolean as 0|1; AMoment; int or \"N/A\"; string; boolean; string[] as comma; ACsv; SCsv")]
    [InlineData(
        CellPlace.ResponseHeader,
        "epoch; long as string; boolean as no|yes; AMoment; date-time or \"\"; (boolean as Y|N)[] as comma; string; date-time; string[] as comma; (enum "
        + "a|b)[] as comma; AComma; ADate; Table as json; Table[] as json")]
    [InlineData(
        CellPlace.ResponseMember,
        "epoch; epoch as string; long as string; boolean as 0|1; boolean as \"1\"|\"0\"; AMoment; date as \"DD.MM.YYYY\"; int or \"N/A\"; (epoch | (boolean "
        + "as on|off))[]; (boolean as 1|0)[]; (date as \"DD.MM.YYYY\" or \"\")[]; Table as json; Table[] as json; string; any; string[]; string[] as comma; "
        + "int as string; Table[]; Page<Table>; AUnion; ACsv; AQuoted; SList; SCsv")]
    internal void What_the_format_offers_is_generated(CellPlace place, string types)
    {
        var generated = fixture.Sections.Where(section => section.Place == place).SelectMany(static section => section.Cells)
            .Where(static cell => cell.Kind == CellKind.Plain).Select(static cell => cell.Type.Spec).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], types.Split("; ").Except(generated));
    }

    [Theory]
    [InlineData(CellPlace.Query, "AList; ANullable; ATable; SList; AUnion; AUnion[] as comma; Table[] as comma")]
    [InlineData(CellPlace.Path, "APipe; AFlag; SList; AFilter; Table as json")]
    [InlineData(CellPlace.Header, "APipe; ABrackets; ARepeat; AFlag; AEnclosed")]
    [InlineData(CellPlace.BodyMember, "APipe; AFlag; AFilter; AEnclosed")]
    [InlineData(CellPlace.ResponseHeader, "AEnclosed; int[] as \"[a,b]\"")]
    [InlineData(
        CellPlace.XmlElement,
        "APipe; AFlag; AFilter; any; string | int; (string | int)[]; AUnion; SUnion; string[][]; (epoch | (boolean as on|off))[]")]
    [InlineData(
        CellPlace.XmlAttribute,
        "APipe; AFlag; any; object; string | int; AUnion; string[]; AList; SList; Table; Table[]; ATable; map<string>; Page<Table>")]
    internal void A_name_allows_no_more_than_what_it_stands_for(CellPlace place, string types)
    {
        var generated = fixture.Sections.Where(section => section.Place == place).SelectMany(static section => section.Cells)
            .Select(static cell => cell.Type.Spec).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], types.Split("; ").Intersect(generated));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Values_arrive_as_they_were_given(string place)
    {
        var client = fixture.Client.Value;
        await using var server = await client.StartServerAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { { "Accept", "application/json" } } };
        foreach (var section in fixture.Sections.Where(section => section.Place.ToString() == place))
        {
            foreach (var isGiven in new[] { true, false })
            {
                var response = await client.CallAsync(server.BaseAddress, section.Operation, (name, type) => ArgumentOf(section, name, type, isGiven));
                var request = server.Requests[^1];
                Assert.True(request.Violation is null, request.Violation);
                Assert.Equal(200, response.StatusCode);
                foreach (var cell in section.Cells)
                    Check(cell, request, response, isGiven);
                if (section.Place is CellPlace.ResponseMember or CellPlace.ResponseElement or CellPlace.ResponseAttribute)
                    CheckBody(section, response, await http.GetStringAsync(new Uri(server.BaseAddress, request.Target), TestContext.Current.CancellationToken));
            }
        }
    }

    private static object? ArgumentOf(CellSection section, string name, Type type, bool isGiven)
    {
        if (name == "body")
        {
            var members = section.Cells.Where(cell => isGiven || !cell.IsOptional)
                .Select(static cell => JsonSerializer.Serialize(cell.Name) + ":" + JsonOf(cell));
            var table = "{" + string.Join(",", members) + "}";
            return SampleArgument.Parse(type, section.Cells[0].IsXml ? "{\"cells\":" + table + "}" : table);
        }

        var cell = section.Cells.Single(cell => string.Equals(cell.Name.Replace("-", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase));
        if (cell.IsOptional && !isGiven)
            return null;
        if (cell.Type.IsEmbedded)
            return SampleArgument.OfJson(type, cell.Type.Texts[0]);
        return cell.Type.Texts[0].StartsWith('[') ? SampleArgument.Items(type, cell.Type.Json) : SampleArgument.Of(type, cell.Type.Given);
    }

    private static void Check(Cell cell, ReceivedRequest request, ApiResponse response, bool isGiven)
    {
        string[] expected = cell.IsOptional && !isGiven ? []
            : cell.Kind == CellKind.Constant ? [cell.Type.Constant]
            : cell.Type.Separator is { } separator ? [cell.Type.Enclosure[..(cell.Type.Enclosure.Length / 2)] + string.Join(separator, cell.Type.Texts)
                + cell.Type.Enclosure[(cell.Type.Enclosure.Length / 2)..]]
            : cell.Type.Texts;
        switch (cell.Place)
        {
            case CellPlace.Path:
                Same(cell, expected, [request.PathValues[cell.Name]]);
                break;
            case CellPlace.Query:
                Same(cell, expected, request.Query.GetValues(cell.SentName));
                break;
            case CellPlace.Header:
                Same(cell, expected, request.Headers.GetValues(cell.Name));
                break;
            case CellPlace.FormPart:
                Same(cell, expected.Length > 0 && cell.IsJsonText
                    ? [cell.Type.Json]
                    : expected, [.. request.Parts.Where(part => part.Name == cell.SentName).Select(static part => part.Text)]);
                break;
            case CellPlace.MultipartPart when cell.Type.Spec == "bytes":
                var files = request.Parts.Where(part => part.Name == cell.SentName);
                Same(cell, expected, [.. files.Select(static part => Convert.ToBase64String(part.Body.Span))]);
                break;
            case CellPlace.MultipartPart:
                Assert.Equal(
                    expected.Length > 0 && cell.IsJsonText, request.Parts.Any(part => part.Name == cell.SentName && part.ContentType == "application/json"));
                Same(cell, expected.Length > 0 && cell.IsJsonText
                    ? [cell.Type.Json]
                    : expected, [.. request.Parts.Where(part => part.Name == cell.SentName).Select(static part => part.Text)]);
                break;
            case CellPlace.BodyMember:
                var body = JsonNode.Parse(request.BodyText)!.AsObject();
                if (isGiven || !cell.IsOptional)
                    Assert.True(
                        JsonNode.DeepEquals(JsonNode.Parse(JsonOf(cell)), body[cell.Name]) || IsSameInstant(JsonNode.Parse(JsonOf(cell)), body[cell.Name]),
                        cell + " was sent as " + (body.ContainsKey(cell.Name) ? body[cell.Name]?.ToJsonString() : "nothing"));
                else
                    Assert.False(body.ContainsKey(cell.Name), cell + " was sent");
                break;
            case CellPlace.XmlElement:
                var sent = XDocument.Parse(request.BodyText).Root!.Elements(cell.Name).ToList();
                var elements = isGiven || !cell.IsOptional ? ElementsOf(cell.Name, JsonNode.Parse(JsonOf(cell))).ToList() : [];
                Assert.True(
            elements.Count == sent.Count
                && elements.Zip(sent).All(static pair => XNode.DeepEquals(pair.First, pair.Second) || IsSameInstant(pair.First.Value, pair.Second.Value)),
                    cell + " was sent as " + string.Concat(sent) + " and not as " + string.Concat(elements));
                break;
            case CellPlace.XmlAttribute:
                var attribute = XDocument.Parse(request.BodyText).Root!.Attribute(cell.Name[1..])?.Value;
                var text = isGiven || !cell.IsOptional ? JsonNode.Parse(JsonOf(cell))!.ToString() : null;
                Assert.True(attribute == text || IsSameInstant(attribute, text), cell + " was sent as " + attribute);
                break;
            case CellPlace.ResponseHeader:
                CheckHeader(cell, response);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<XElement> ElementsOf(string name, JsonNode? value) => value switch
    {
        JsonArray list => list.SelectMany(item => ElementsOf(name, item)),
        JsonObject table => [new XElement(name, table.SelectMany(static member => ElementsOf(member.Key, member.Value)))],
        _ => [new XElement(name, value?.ToString())],
    };

    private static void CheckHeader(Cell cell, ApiResponse response)
    {
        var read = response.GetType().GetGenericArguments()[^1].Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Single(method => method.IsStatic
                && string.Equals(method.Name, "Get" + cell.Name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
                && method.GetParameters()[0].ParameterType == response.GetType());
        var value = read.Invoke(null, [response]);
        var text = response.Headers[cell.Name];
        if (text is null)
            Assert.True(
                value is null or System.Collections.ICollection { Count: 0 } or System.Collections.IEnumerable and not string,
                cell + " was read though it was not sent");
        else if (cell.Type.IsEmbedded)
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonSerializer.SerializeToNode(value, value!.GetType())), cell + " was sent as " + text);
        else
            Assert.True(SampleArgument.TextOf(value!) == (cell.Kind is CellKind.Constant or CellKind.Default ? text : cell.Type.ReadAs ?? text)
                || (cell.Type.ReadAs is not null && cell.Kind is CellKind.Constant or CellKind.Default)
                || IsSameInstant(text, SampleArgument.TextOf(value!)), cell + " was sent as " + text + " and read as " + SampleArgument.TextOf(value!));
    }

    private static void CheckBody(CellSection section, ApiResponse response, string sent)
    {
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var written = JsonNode.Parse(SampleArgument.Write(body))!.AsObject();
        var received = JsonNode.Parse(sent)!.AsObject();
        if (section.Cells[0].IsXml)
            (written, received) = (written["cells"]!.AsObject(), received["cells"]!.AsObject());
        foreach (var (name, value) in received)
        {
            // XML has no empty lists.
            var isAbsent = section.Cells[0].IsXml && value is JsonArray { Count: 0 } && !written.ContainsKey(name);
            Assert.True(
                JsonNode.DeepEquals(value, written[name]) || isAbsent || IsSameInstant(value, written[name]),
                $"{name}: {value?.ToJsonString()} was read as {written[name]?.ToJsonString()}");
        }
    }

    private static bool IsSameInstant(JsonNode? one, JsonNode? other)
        => DateTimeOffset.TryParse(one?.ToString(), CultureInfo.InvariantCulture, out var instant)
            && DateTimeOffset.TryParse(other?.ToString(), CultureInfo.InvariantCulture, out var read) && instant == read;

    private static string JsonOf(Cell cell)
    {
        if (cell.Kind != CellKind.Constant)
            return cell.Type.Json;
        return cell.Type.Json.StartsWith('"') ? JsonSerializer.Serialize(cell.Type.Constant) : cell.Type.Constant;
    }

    private static void Same(Cell cell, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
        => Assert.True(
            expected.SequenceEqual(actual, StringComparer.Ordinal),
            $"{cell} was sent as [{string.Join("; ", actual)}] and not as [{string.Join("; ", expected)}]");
}

/// <summary>The matrix, generated and compiled once for all its tests.</summary>
public sealed class MatrixFixture
{
    private const int TypesOfSection = 12;

    private readonly List<(string Id, Cell Cell)> _refused = [];

    public MatrixFixture()
    {
        var all = Enum.GetValues<CellPlace>().SelectMany(static place => CellType.All
            .Select((type, number) => (number, Cells: Enum.GetValues<CellKind>().Where(kind => Has(place, type, kind))
                .Select(kind => new Cell(place, type, kind, "c" + number.ToString(CultureInfo.InvariantCulture) + kind.ToString().ToLowerInvariant()))))
            .GroupBy(static type => type.number / TypesOfSection)
            .Select(group => new CellSection(place, group.Key, [.. group.SelectMany(static type => type.Cells)]))).ToList();
        var byFile = all.ToDictionary(static section => section.Spec.FileName);
        foreach (var error in Generate(all).Errors)
        {
            var span = error.Location.GetLineSpan();
            if (byFile.TryGetValue(span.Path, out var section) && section.CellOfLine(span.StartLinePosition.Line) is { } cell)
                _refused.Add((error.Id, cell));
            else
                Misplaced.Add(error.ToString());
        }

        var refused = _refused.Select(static refusal => refusal.Cell).ToHashSet();
        Sections = [.. all.Select(section => new CellSection(
            section.Place,
            int.Parse(section.Operation.AsSpan("Cells.".Length + section.Place.ToString().Length), CultureInfo.InvariantCulture),
            [.. section.Cells.Where(cell => !refused.Contains(cell))])).Where(static section => section.Cells.Count > 0)];
        Client = new(() => Generate(Sections).Load());
    }

    /// <summary>Errors that are not at the row of a cell.</summary>
    internal List<string> Misplaced { get; } = [];

    internal IReadOnlyList<(string Id, Cell Cell)> Refused => _refused;

    /// <summary>The sections whose rows were accepted.</summary>
    internal IReadOnlyList<CellSection> Sections { get; }

    internal Lazy<GeneratedClient> Client { get; }

    // Some types have no values in a row. The tests of rows cover remarks about their values.
    private static bool Has(CellPlace place, CellType type, CellKind kind)
        => kind switch
        {
            CellKind.Constant => type.HasConstants || place is CellPlace.Path or CellPlace.Query or CellPlace.Header,
            CellKind.Default => type is { HasConstants: true, IsBasic: true },
            CellKind.Secret or CellKind.OptionalNullable => type.IsBasic,
            _ => true,
        };

    private static GeneratedProject Generate(IEnumerable<CellSection> sections)
        => GeneratedProject.Of([new SpecDocument("api.apispec.yaml", CellType.Api), .. sections.Select(static section => section.Spec)]);
}
