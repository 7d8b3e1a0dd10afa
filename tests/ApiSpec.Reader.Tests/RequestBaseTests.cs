using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>What stands at the start of a request line, and the path of the base address.</summary>
public sealed class RequestBaseTests
{
    [Theory]
    [InlineData("GET base-URL/things", "http://host/x", "/x/things")]
    [InlineData("GET /base-URL/things", "http://host/x/", "/x/things")]
    [InlineData("GET baseURL/v1/things", "http://host/x", "/x/v1/things")]
    [InlineData("GET {base-url}/things", "http://host/x", "/x/things")]
    [InlineData("GET <BASE_URL>/things", "/x", "/x/things")]
    [InlineData("GET http://host:port/base-URL/things", "/x", "/x/things")]
    [InlineData("GET base-URL/x/things", "http://host/x", "/x/x/things")]
    [InlineData("GET base-URL/things", null, "/things")]
    [InlineData("GET base-URL/things", "http://host", "/things")]
    [InlineData("GET /things", "http://host/x", "/x/things")]
    [InlineData("GET /things", "/x/y", "/x/y/things")]
    [InlineData("GET /x/things", "http://host/x", "/x/things")]
    [InlineData("GET /x", "http://host/x", "/x")]
    [InlineData("GET /xy/things", "http://host/x", "/x/xy/things")]
    [InlineData("GET /X/things", "http://host/x", "/x/X/things")]
    [InlineData("GET /v1/{id}", "http://host/v1", "/v1/{id}")]
    [InlineData("GET /{version}/things", "http://host/v2", "/v2/things")]
    [InlineData("GET http://host:port/things", "http://host/x", "/things")]
    [InlineData("GET https://{api_host}/things", "http://host/x", "/things")]
    [InlineData("GET {api_host}/things", "http://host/x", "/things")]
    [InlineData("GET PDU_IP/api/things", null, "/api/things")]
    [InlineData("GET server:8080/things", "/x", "/things")]
    [InlineData("GET ims.example.com/things", "/x", "/things")]
    [InlineData("GET host/things", null, "/things")]
    [InlineData("GET /things", "http://host/a b", "/a%20b/things")]
    public void The_path_of_the_base_address_is_added_once(string line, string? baseAddress, string path)
    {
        var request = RequestLine.Parse(line, "v2", [], baseAddress, out var mistake);
        Assert.Null(mistake);
        Assert.Equal(path, request!.Path.ToString());
    }

    [Theory]
    [InlineData("GET objects/things")]
    [InlineData("GET Analytics/V1/x")]
    [InlineData("GET hosting/x")]
    [InlineData("GET ship/x")]
    [InlineData("GET v1.0/tasks")]
    [InlineData("GET v1.0.2/tasks")]
    [InlineData("GET api.php/items")]
    [InlineData("GET server/status")]
    public void A_word_that_names_no_host_may_be_a_path_whose_slash_was_forgotten(string line)
    {
        Assert.Null(RequestLine.Parse(line, null, [], null, out var mistake));
        Assert.NotNull(mistake);
    }

    [Theory]
    [InlineData("http://host/a/../b")]
    [InlineData("/a/%2E%2e/b")]
    public void A_base_address_with_a_step_is_refused(string baseAddress)
        => Assert.Null(RequestLine.Parse("GET /things", null, [], baseAddress, out _));
}
