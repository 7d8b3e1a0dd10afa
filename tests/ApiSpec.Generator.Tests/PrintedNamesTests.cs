using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>No name that a page prints stops a build, and its C# name depends on that name alone.</summary>
public sealed class PrintedNamesTests
{
    private const string Api = "api: x\nclient: RackClient\nnamespace: N\n";

    [Theory]
    [InlineData("Task", "RackTask")]
    [InlineData("Version", "RackVersion")]
    [InlineData("Action", "RackAction")]
    [InlineData("Environment", "RackEnvironment")]
    [InlineData("System", "RackSystem")]
    [InlineData("ApiSpec", "RackApiSpec")]
    [InlineData("File", "RackFile")]
    [InlineData("task", "RackTask")]
    [InlineData("Json", "JsonSchema")]
    [InlineData("Chassis", "Chassis")]
    public void A_schema_named_like_a_type_of_NET_starts_with_the_clients_name(string schema, string expected)
    {
        var file = SpecFiles.Section("Parts.Get", "response: " + schema + "\nschemas:\n  " + schema + ": {id: long, next?: " + schema + "}\n");
        foreach (var others in new SpecFile[][] { [], [SpecFiles.Section("Parts.List", "response: string")] })
        {
            var run = GeneratorRun.Of([SpecFiles.Of("api", Api), file, .. others]).AssertCompiles();
            Assert.NotNull(run.Compilation.GetTypeByMetadataName("N." + expected));
        }
    }

    [Theory]
    [InlineData("response: Drive\nschemas:\n  Drive: {members: {type: enum a|b}}\n", "RackDriveType")]
    [InlineData("response: Drive\nschemas:\n  Drive:\n    info: {id: long}\n", "RackDriveInfo")]
    [InlineData("response: Time\nschemas:\n  Time:\n    zone: enum a|b\n", "RackTimeZone")]
    [InlineData("response: Version\nschemas:\n  Version: enum v1|v2\n", "RackVersion")]
    [InlineData("response: {r: Range}\nschemas:\n  Range: int | string\n", "RackRange")]
    [InlineData("response: Index<int>\nschemas:\n  Index<T>: {at: T}\n", "RackIndexOfInt32")]
    public void A_type_made_for_a_place_starts_with_the_clients_name_where_NET_has_its_name(string keys, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", keys)).AssertCompiles();
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("N." + expected));
    }

    [Fact]
    public void A_link_of_a_renamed_table_is_followed()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Section("Parts.Get", "response: Action\nschemas:\n  Action:\n    info:\n      href: url - link Parts.Follow\n"),
            SpecFiles.Section("Parts.Follow", "path: {id: int}\n", "POST /objects/parts/{id}")).AssertCompiles();
        Assert.Contains(run.Files.Values, static text => text.Contains("FollowAtAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rack", "RackGroupClient")]
    [InlineData("Http", "HttpGroupClient")]
    [InlineData("Parts", "PartsClient")]
    public void A_group_named_like_its_client_or_a_type_of_NET_has_a_class_of_another_name(string group, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section(group + ".Get"), SpecFiles.Section("Other.Get")).AssertCompiles();
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("N.RackClient")!.GetMembers(group));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("N." + expected));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("N.I" + expected));
    }

    [Theory]
    [InlineData("GET /http/parts", "HttpApiClient", "Parts")]
    [InlineData("GET /-/parts", "ApiClient", "Parts")]
    [InlineData("GET /3par/2fa", "_3parClient", "_2fa")]
    public void A_section_with_only_an_address_has_a_client(string request, string client, string group)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("one", "request: " + request + "\nstatus: [200]\n")).AssertCompiles();
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("Example.App." + client)!.GetMembers(group));
    }

    [Fact]
    public void Sections_whose_addresses_begin_with_one_word_make_one_client()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("list", "request: GET /tasks\nstatus: [200]\n"),
            SpecFiles.Of("log", "request: GET /tasks/{id}/logs/{name}\npath:\n  id: long\n  name: string\nstatus: [200]\n")).AssertCompiles();
        var client = run.Compilation.GetTypeByMetadataName("Example.App.TasksClient")!;
        Assert.NotEmpty(client.GetMembers("Tasks"));
        Assert.NotEmpty(client.GetMembers("Logs"));
    }

    [Theory]
    [InlineData("%", "Percent")]
    [InlineData("#", "Hash")]
    [InlineData("---", "MinusMinusMinus")]
    [InlineData("*", "Asterisk")]
    [InlineData("(=)", "OpenParenthesisEqualCloseParenthesis")]
    [InlineData("\u00A7", "U00A7")]
    [InlineData("\U0001F600", "UD83DUDE00")]
    [InlineData("_", "Underscore")]
    public void A_name_without_letters_is_named_after_its_characters(string name, string expected)
    {
        var key = "  '" + name + "': int\n";
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api),
            SpecFiles.Section("Parts.Get", "query:\n" + key + "response:\n" + key + "  other: enum a|'" + name + "'\n"),
            SpecFiles.Section(
                "Parts.Put",
                "body:\n" + key.Replace(":", "?:", StringComparison.Ordinal).Replace("'?", "?'", StringComparison.Ordinal),
                "PUT /x")).AssertCompiles();
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("N.PartsGetResponse")!.GetMembers(expected));
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("N.PartsGetResponseOther")!.GetMembers(expected));
    }

    [Fact]
    public void Tables_of_one_section_may_have_rows_of_one_name()
    {
        const string Keys = "path: {id: long}\nquery: {id: int, class?: int}\nheaders: {Id: string, Class?: string}\nbody multipart: {id: string}\n";
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Put", Keys, "PUT /parts/{id}")).AssertCompiles();
        var method = run.Compilation.GetTypeByMetadataName("N.PartsClient")!.GetMembers("PutAsync").OfType<IMethodSymbol>().First();
        Assert.Equal("id idQuery idHeader idPart query cancellationToken", string.Join(' ', method.Parameters.Select(static parameter => parameter.Name)));
        var query = run.Compilation.GetTypeByMetadataName("N.PartsPutQuery")!;
        Assert.NotEmpty(query.GetMembers("Class"));
        Assert.NotEmpty(query.GetMembers("ClassHeader"));
    }

    [Fact]
    public void Tables_below_tables_with_names_too_long_for_a_compiler_are_generated()
    {
        // Each character takes three bytes in metadata, which has room for 1,023.
        var outer = new string('\u540D', 190);
        var inner = new string('\u79F0', 190);
        var file = SpecFiles.Section("Parts.Get", "response:\n  " + outer + ":\n    " + inner + "1:\n      id: long\n    " + inner + "2:\n      id: long\n");
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), file).AssertCompiles();
        Assert.Equal(
            4, run.Compilation.GetSymbolsWithName(static name => name.StartsWith("PartsGetResponse", StringComparison.Ordinal), SymbolFilter.Type).Count());
    }

    [Theory]
    [InlineData("404 Not found", "NotFound")]
    [InlineData("500 Server-side error", "InternalServerError")]
    [InlineData("200 Success", "Ok")]
    [InlineData("413 Payload Too Large", "ContentTooLarge")]
    [InlineData("499 Client closed the request", "Status499")]
    [InlineData("400 PropertyMissing", "PropertyMissing")]
    [InlineData("400 ERR_TIMEOUT", "ErrTimeout")]
    [InlineData("400 KART50001-E", "Kart50001E")]
    [InlineData("400 106", "Error106")]
    [InlineData("400 -106", "ErrorMinus106")]
    [InlineData("400 NotFound", "NotFound400")]
    [InlineData("404 NotFound", "NotFound")]
    [InlineData("400 PropertyMissing, ForbiddenOperation", "BadRequest")]
    [InlineData("400 ---", "BadRequest")]
    public void A_status_is_named_after_its_code_or_its_error_id(string row, string expected)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("get", "operation: Parts.Get\nrequest: GET /one\nstatus:\n  203: x\n  " + row + ": x\n"));
        Expect.Nothing(run.CompilerMessages());
        var code = int.Parse(row.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
        var names = run.Compilation.GetTypeByMetadataName("Example.App.PartsGetStatus")!.GetMembers().OfType<IFieldSymbol>();
        Assert.Equal(expected, Assert.Single(names, field => Equals(field.ConstantValue, code)).Name);
    }

    [Fact]
    public void An_invalid_namespace_is_a_warning_and_that_of_the_project_is_used()
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", "api: x\nclient: RackClient\nnamespace: N._\n"), SpecFiles.Section("Parts.Get"));
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("APISPEC0218", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.DefaultSeverity);
        Assert.Equal("'N._' is not a C# namespace; 'Example.App.X' is used instead", diagnostic.GetMessage(null));
        Expect.Nothing(run.CompilerMessages());
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Example.App.X.RackClient"));
    }
}
