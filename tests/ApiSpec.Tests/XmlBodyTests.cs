using System.Text;
using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Bodies in XML are read and written like JSON with the same rows, and the cost of a hostile one is proportional to its size.</summary>
public sealed class XmlBodyTests
{
    private const string Tree = """<tree><name> a </name><order>07</order><data><name>b</name></data><counts><x>1</x><y>2</y></counts></tree>""";

    private static readonly ApiOperation Operation = new("Trees.Put", SampleApi.Description, HttpMethod.Put, "/tree", statuses: [new ApiStatus(200, "OK")]);

    private static readonly ApiJson<IReadOnlyDictionary<string, TreeNode>> Json = ApiJson.Map(static () => TreeNode.Json);

    private static readonly ApiCall<IReadOnlyDictionary<string, TreeNode>, ErrorInfo, TreeStatus> Call
        = new(Operation, ApiXml.Of(Json, "tree=1\nname order=n data=1* counts=2\n*=n"), ErrorInfo.Json);

    public enum TreeStatus
    {
        Undocumented = 0,
        Ok = 200,
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "a DTD", "<!DOCTYPE tree [<!ENTITY x 'y'>]><tree><name>a</name></tree>", "not XML that can be read" },
        {
            "entities of entities",
            "<!DOCTYPE t [<!ENTITY a 'x'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]><tree><name>&c;</name></tree>",
            "not XML that can be read"
        },
        { "a file", "<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><tree><name>&x;</name></tree>", "not XML that can be read" },
        { "an entity without a DTD", "<tree><name>&x;</name></tree>", "not XML that can be read" },
        { "an entity in an attribute", "<tree a='&x;'><name>a</name></tree>", "not XML that can be read" },
        { "a character that XML does not allow", "<tree><name>&#1;</name></tree>", "not XML that can be read" },
        { "an end that is missing", "<tree><name>a</name>", "not XML that can be read" },
        { "an end that is wrong", "<tree><name>a</tree></name>", "not XML that can be read" },
        { "two roots", "<tree><name>a</name></tree><tree/>", "not XML that can be read" },
        { "an attribute twice", "<tree a='1' a='2'><name>a</name></tree>", "not XML that can be read" },
        { "depth", string.Concat(Enumerable.Repeat("<tree>", 5_000)), "deeper than 64 levels" },
        { "text before the root", "x<tree><name>a</name></tree>", "content type" },
    };

    [Fact]
    public async Task Body_is_read_as_XML()
    {
        using var server = Server(Tree, "application/xml");
        using var connection = Connect(server);
        var tree = (await SendAsync(connection))["tree"];
        Assert.Equal((" a ", 7, "b", 2), (tree.Name, tree.Order, tree.Data.Single().Name, tree.Counts["y"]));
        Assert.Contains("Accept: application/xml\r\n", server.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_is_written_as_XML()
    {
        using var request = new ApiRequest(Operation, "/tree");
        var tree = new TreeNode { Name = "<&>", Order = 7, Data = [new TreeNode { Name = "b", Order = 8 }] };
        request.SetXml(Json, new Dictionary<string, TreeNode> { ["tree"] = tree });
        Assert.Equal("application/xml", request.Content!.Headers.ContentType!.ToString());
        Assert.EndsWith(
            "<tree><name>&lt;&amp;&gt;</name><order>7</order><data><name>b</name><order>8</order><counts></counts></data><counts></counts></tree>",
            await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_body_is_refused(string what, string body, string reason)
    {
        Assert.NotEmpty(what);
        using var server = Server(body, what.StartsWith("text", StringComparison.Ordinal) ? "text/plain" : "text/xml");
        using var connection = Connect(server);
        var failure = await Assert.ThrowsAsync<ApiContractException>(() => SendAsync(connection));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hostname", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(64)]
    public async Task Elements_can_be_nested_as_deeply_as_the_limit_says(int depth)
    {
        var body = string.Concat(Enumerable.Repeat("<data><name>b</name>", depth - 1)) + string.Concat(Enumerable.Repeat("</data>", depth - 1));
        using var server = Server("<tree><name>a</name>" + body + "</tree>", "application/xml");
        using var connection = Connect(server, new ApiClientOptions { MaxJsonDepth = depth + 1 });
        var tree = (await SendAsync(connection))["tree"];
        for (var level = 1; level < depth; level++)
            tree = tree.Data.Single();
        Assert.Empty(tree.Data);
    }

    [Fact]
    public async Task Elements_cannot_be_nested_more_deeply_than_the_limit_says()
    {
        using var server = Server("<tree><name>a</name><data><name>b</name></data></tree>", "application/xml");
        using var connection = Connect(server, new ApiClientOptions { MaxJsonDepth = 2 });
        var failure = await Assert.ThrowsAsync<ApiContractException>(() => SendAsync(connection));
        Assert.Contains("deeper than 2 levels", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("+7", 7)]
    [InlineData(" 007 ", 7)]
    [InlineData("-0", 0)]
    [InlineData("7.", 7)]
    [InlineData("+-7", null)]
    [InlineData("-+7", null)]
    [InlineData("--7", null)]
    [InlineData("+", null)]
    [InlineData(".", null)]
    [InlineData("-.", null)]
    [InlineData("7e", null)]
    [InlineData("7.e+", null)]
    [InlineData("0x7", null)]
    [InlineData("7 7", null)]
    public async Task Numbers_are_those_of_XML_Schema(string text, int? number)
    {
        using var server = Server("<tree><name>a</name><order>" + text + "</order></tree>", "application/xml; charset=utf-8");
        using var connection = Connect(server);
        if (number is null)
            Assert.Equal("$.tree.order", (await Assert.ThrowsAsync<ApiContractException>(() => SendAsync(connection))).Path);
        else
            Assert.Equal(number, (await SendAsync(connection))["tree"].Order);
    }

    [Fact]
    public async Task Elements_and_attributes_count_as_values()
    {
        using var server = Server(
            "<tree" + string.Concat(Enumerable.Range(0, 2_000).Select(static i => $" a{i}='1'")) + "><name>a</name></tree>", "application/xml");
        using var connection = Connect(server, new ApiClientOptions { MaxResponseValues = 1_000 });
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => SendAsync(connection));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a><b")]
    [InlineData("a:b:c")]
    [InlineData("")]
    public void Name_that_XML_does_not_allow_is_refused_before_sending(string name)
    {
        using var request = new ApiRequest(Operation, "/tree");
        var body = new Dictionary<string, TreeNode> { ["tree"] = new() { Name = "a", Counts = new Dictionary<string, long> { [name] = 1 } } };
        var refused = Assert.Throws<ArgumentException>(() => request.SetXml(Json, body));
        Assert.Contains("is not the name of an XML element", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_with_two_roots_is_refused_before_sending()
    {
        using var request = new ApiRequest(Operation, "/tree");
        var body = new Dictionary<string, TreeNode> { ["a"] = new(), ["b"] = new() };
        Assert.Contains("one root element", Assert.Throws<ArgumentException>(() => request.SetXml(Json, body)).Message, StringComparison.Ordinal);
    }

    private static RawServer Server(string body, string contentType)
        => new("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + contentType
            + "\r\nContent-Length: " + Encoding.UTF8.GetByteCount(body) + "\r\n\r\n" + body);

    private static ApiConnection Connect(RawServer server, ApiClientOptions? options = null)
        => ApiConnection.Create(SampleApi.Description, server.Address, options);

    private static Task<IReadOnlyDictionary<string, TreeNode>> SendAsync(ApiConnection connection)
        => connection.SendAsync(Call, new ApiRequest(Operation, "/tree"), TestContext.Current.CancellationToken);
}
