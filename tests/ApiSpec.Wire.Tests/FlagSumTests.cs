using System.Text.Json;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Numbers that are sums of flags: <c>int as sum</c>.</summary>
public sealed class FlagSumTests
{
    private static readonly GeneratedProject Project = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: ShareClient\n"),
        new SpecDocument(
            "create.apispec.yaml",
            """
            operation: Shares.Create
            request: POST /shares
            query:
              mode?:
                type: int as sum 0..15
                values: { 1: Fast, 2: Safe, 8: Quiet }
              masks?:
                type: (int as sum)[] as comma
                values: [1, 2]
            body:
              permissions: Permissions
              quoted?:
                type: long as sum default 1
                values: { 0: Nothing, 4294967296: Far }
            status: [201]
            response:
              permissions: Permissions
              all?: Permissions[]
              text?: (int as sum) or null
            schemas:
              Permissions:
                type: int as sum
                values:
                  1: Read
                  0x2: Update
                  4: { description: Create, csharp: Add }
                  31: All of them
                  8: Delete
                  16: Share
            """));

    private static readonly Lazy<byte[]> Image = new(static () => Project.Emit());

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Load());

    [Theory]
    [InlineData("Permissions", "None=0 Read=1 Update=2 Add=4 Delete=8 Share=16 AllOfThem=31")]
    [InlineData("SharesCreateMode", "None=0 Fast=1 Safe=2 Quiet=8")]
    [InlineData("SharesCreateBodyQuoted", "Nothing=0 Far=4294967296")]
    public void Values_are_an_enum_of_flags(string name, string values)
    {
        var type = Client.Value.Type(name);
        Assert.True(type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false));
        Assert.Equal(values, string.Join(' ', Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.GetName(type, value) + "=" + value)));
    }

    [Fact]
    public async Task Sum_is_a_number_on_the_wire()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Shares.Create", static (name, type) => name switch
        {
            "body" => SampleArgument.Parse(type, """{"permissions":35,"quoted":4294967296}"""),
            "Mode" => Enum.ToObject(Nullable.GetUnderlyingType(type)!, 3),
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Equal((null, "3", """{"permissions":35,"quoted":4294967296}"""), (request.Violation, request.Query["mode"], request.BodyText));
    }

    [Fact]
    public async Task Sum_outside_its_range_is_not_sent()
    {
        await using var server = await Client.Value.StartServerAsync();

        var call = () => Client.Value.CallAsync(server.BaseAddress, "Shares.Create", static (name, type) => name switch
        {
            "body" => SampleArgument.Parse(type, """{"permissions":1}"""),
            "Mode" => Enum.ToObject(Nullable.GetUnderlyingType(type)!, 16),
            _ => null,
        });

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(call);

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("(int as sum 0..3) | (int as sum 16..31)")]
    [InlineData("(int as sum 0..3) | (int 16..31)")]
    [InlineData("(int 0..3) | (int as sum 16..31)")]
    public async Task Several_ranges_of_a_sum_are_one_enum(string type)
    {
        var project = GeneratedProject.OfSection(
            "operation: Shares.Set\nrequest: PUT /shares\nbody:\n  rights:\n    type: " + type + "\n"
                + "    values:\n      1: Read\n      2: Write\n      16: Share\nstatus: [200]\n");
        Assert.DoesNotContain(project.Sources, static source => source.Contains("are the constants of", StringComparison.Ordinal));
        var client = project.Load();
        await using var server = await client.StartServerAsync();
        Task<ApiResponse> Set(int rights) => client.CallAsync(
            server.BaseAddress, "Shares.Set", (_, body) => SampleArgument.Parse(body, $$"""{"rights":{{rights}}}"""));

        await Set(17);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Set(4));

        Assert.Equal((null, """{"rights":17}"""), (Assert.Single(server.Requests).Violation, server.Requests[0].BodyText));
        var property = client.BodyOf("Shares.Set").GetProperty("Rights")!.PropertyType;
        Assert.Equal("None, Read, Write, Share", string.Join(", ", Enum.GetNames(property)));
    }

    [Theory]
    [InlineData("""{"permissions":3,"all":[1,64],"text":null}""")]
    [InlineData("""{"permissions":-1}""")]
    public void Unknown_flags_survive(string json)
    {
        var type = Client.Value.Type("SharesCreateResponse");
        Assert.Equal(json, JsonSerializer.Serialize(SampleArgument.Parse(type, json), type));
    }

    [Fact]
    public async Task Received_number_that_does_not_fit_the_enum_is_not_cut()
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var body = new StringContent("{}", null, "application/json");

        await http.PostAsync(new Uri(server.BaseAddress, "/shares?mode=4294967297&masks=16"), body, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Throws<OverflowException>(() => request.QueryValue<DayOfWeek>("mode"));
        Assert.Equal((DayOfWeek[])[(DayOfWeek)16], request.QueryValue<IReadOnlyList<DayOfWeek>>("masks"));
    }

    [Fact]
    public void Constant_can_be_negative()
        => Assert.NotEmpty(GeneratedProject.OfSection(
            "operation: A.Set\nrequest: PUT /a\nbody:\n  mask:\n    type: int as sum always -1\n    values: [1, 2]\nstatus: [200]\n").Emit());

    [Fact]
    public void Caller_combines_flags()
    {
        var (image, errors) = GeneratedProject.CompileCallers(Image.Value, [("Caller.cs", """
            public static class Caller
            {
                public static SharesCreateBody Body() => new SharesCreateBody { Permissions = Permissions.Read | Permissions.Share };
                public static bool MayRead(SharesCreateResponse response) => response.Permissions.HasFlag(Permissions.Read);
                public static SharesCreateQuery Query() => new SharesCreateQuery { Mode = SharesCreateMode.Fast | SharesCreateMode.Quiet };
            }
            """)]);

        Assert.Empty(errors.Select(static error => error.ToString()));
        Assert.NotNull(image);
    }

    [Theory]
    [InlineData("type: int as sum\n    values: [1, 3]", "(6) '3' is not valid: a value of a sum is a power of two, such as 1, 2 or 4, or a sum of these")]
    [InlineData("type: int as sum\n    values: { 1: A, -2: B }", "'-2' is not valid: a value of a sum is a power of two")]
    [InlineData("type: string as sum\n    values: [1]", "'as sum' is for 'int' and 'long'; list the numbers under 'values:'")]
    [InlineData("type: int as sum as string\n    values: [1]", "a type has one 'as'")]
    public void Values_that_cannot_be_summed_are_reported(string row, string expected)
        => Assert.Contains(
            GeneratedProject.OfSection("operation: A.Get\nrequest: GET /a\nresponse:\n  a:\n    " + row + "\nstatus: [200]\n").Messages,
            message => message.Contains(expected, StringComparison.Ordinal));
}
