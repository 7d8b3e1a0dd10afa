using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The start of a request line, and the path of the base address.</summary>
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
    [InlineData("GET <URL>/things", "/x", "/x/things")]
    [InlineData("GET <URL>/x/things", "/x", "/x/things")]
    [InlineData("GET {endpoint}/things", "/x", "/x/things")]
    [InlineData("GET .../v1/things", null, "/v1/things")]
    [InlineData("GET \u2026/v1/things", null, "/v1/things")]
    [InlineData("GET /.../v1/things", "/x", "/x/v1/things")]
    [InlineData("GET .../x/things", "/x", "/x/things")]
    [InlineData("GET ${host}/things", "/x", "/things")]
    [InlineData("GET ${baseUrl}/things", "/x", "/x/things")]
    [InlineData("GET {{base_url}}/things", "/x", "/x/things")]
    [InlineData("GET https://{base-url}/things", "/x", "/x/things")]
    [InlineData("GET {base}/things", "/x", "/x/things")]
    [InlineData("GET http://user:secret@pdu/things", "/x", "/things")]
    [InlineData("GET user:secret@pdu/things", "/x", "/things")]
    [InlineData("GET <user>:<password>@<pdu>/things", "/x", "/things")]
    [InlineData("GET <http://host:port/things>", "/x", "/things")]
    [InlineData("GET <https://<host>:<port>/things/<id>>?a=1", "/x", "/things/{id}")]
    [InlineData("GET <https://host>/things", "/x", "/things")]
    [InlineData("GET pdu.local/things", "/x", "/things")]
    [InlineData("GET example.com/things", "/x", "/things")]
    [InlineData("GET deviceIp/things", "/x", "/things")]
    [InlineData("GET rack-server01/things", "/x", "/things")]
    [InlineData("GET {server}/things", "/x", "/things")]
    [InlineData("GET /projects/:id/notes/:note_id", null, "/projects/{id}/notes/{note_id}")]
    [InlineData("GET http://host:8080/projects/:id?sort=asc", null, "/projects/{id}")]
    [InlineData("GET /receipts/:receipt.json", null, "/receipts/{receipt}.json")]
    [InlineData("GET /units/:name:run", null, "/units/{name}:run")]
    [InlineData("GET /units/:issue-id-", null, "/units/{issue-id}-")]
    [InlineData("GET /:version/things", null, "/v2/things")]
    [InlineData("GET /units/{name}:{run}", null, "/units/{name}:{run}")]
    [InlineData("GET /units/{name}:cancel", null, "/units/{name}:cancel")]
    [InlineData("GET /units/a:b", null, "/units/a:b")]
    [InlineData("GET /units/:1", null, "/units/:1")]
    [InlineData("GET /units/:", null, "/units/:")]
    [InlineData("GET /order (HMAC SHA256)", null, "/order")]
    [InlineData("GET /order?a=(b)  (signed (HMAC)) ", null, "/order")]
    [InlineData("GET /order HTTP/1.1 (signed)", null, "/order")]
    [InlineData("GET /order(1)", null, "/order(1)")]
    [InlineData("GET /order?token=(your app token)&id=<id of the order> HTTP/1.1", null, "/order")]
    [InlineData("GET base-URL", "http://host/x", "/x")]
    [InlineData("GET http://host:port", null, "/")]
    [InlineData("GET http://host/base-URL", null, "/")]
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
    [InlineData("GET /things/<id>", "/things/{id}")]
    [InlineData("GET /things/<id>/parts/<part>", "/things/{id}/parts/{part}")]
    [InlineData("GET /things/<id>.json", "/things/{id}.json")]
    [InlineData("GET /things/${id}", "/things/{id}")]
    [InlineData("GET /things/{{id}}/x", "/things/{id}/x")]
    [InlineData("GET /things/$metadata", "/things/$metadata")]
    [InlineData("GET /things[?page={page}]", "/things")]
    [InlineData("GET /things({id})", "/things({id})")]
    [InlineData("GET /things(key='{id}')/x", "/things(key='{id}')/x")]
    [InlineData("GET /things[{id}]", "/things%5B{id}%5D")]
    [InlineData("GET /things/a$/{id}", "/things/a$/{id}")]
    [InlineData("GET /things/<version>", "/things/v2")]
    [InlineData("GET /POST", "/POST")]
    [InlineData("GET /things/<session key>", "/things/{session key}")]
    [InlineData("GET /things/{session key}/x HTTP/1.1", "/things/{session key}/x")]
    [InlineData("GET /things/{{user's name}}.json", "/things/{user's name}.json")]
    [InlineData("GET https://<storage system>:8080/things", "/things")]
    [InlineData("GET <storage system>/things/<id>", "/things/{id}")]
    [InlineData("GET <https://<storage system>:8080/things/<session key>> HTTP/1.1", "/things/{session key}")]
    [InlineData("GET {base url}/things", "/things")]
    [InlineData("GET /things?query httpVersion", "/things")]
    [InlineData("GET /things httpVersion", "/things")]
    [InlineData("GET /things HTTP-Version", "/things")]
    [InlineData("GET /things <HTTP version>", "/things")]
    [InlineData("GET /things HTTP/2", "/things")]
    public void A_path_is_read_as_references_print_it(string line, string path)
    {
        var request = RequestLine.Parse(line, "v2", [], null, out var mistake);
        Assert.Null(mistake);
        Assert.Equal(path, request!.Path.ToString());
    }

    [Theory]
    [InlineData("GET Analytics/V1/x", "'Analytics' could be a server or a path segment; write '{Analytics}/V1/x' or '/Analytics/V1/x'")]
    [InlineData("GET Analytics/{id}?a=b", "'Analytics' could be a server or a path segment; write '{Analytics}/{id}' or '/Analytics/{id}'")]
    [InlineData("GET things", "a path starts with '/'; write '/things', or 'base-URL/things' if it continues 'base:'")]
    [InlineData("GET | POST /things", "a section has one method; write another section for 'POST'")]
    [InlineData("GET|POST /things", "a section has one method; write another section for 'POST'")]
    [InlineData("GET/PUT /things", "a section has one method; write another section for 'PUT'")]
    [InlineData("GET / PUT /things", "a section has one method; write another section for 'PUT'")]
    [InlineData("POST, DELETE and PUT /things", "a section has one method; write another section for 'DELETE'")]
    [InlineData("PUT or PATCH", "a section has one method; write another section for 'PATCH'")]
    [InlineData("GET /a/<b c/d", "only 'HTTP/1.1' can follow the path")]
    [InlineData("GET", "the path is missing")]
    [InlineData("GET /a>/b", "'>' has no '<' before it")]
    [InlineData("GET /a/<b/c", "'<' is not closed by '>'")]
    [InlineData("GET /a/<>/c", "write a name between '<' and '>'")]
    [InlineData("GET /a/{{b}/c", "write a name between '{' and '}'")]
    [InlineData("GET /a/<b>/{b}", "'{b}' is in the path twice")]
    [InlineData("GET /receipts/(your receipt).json", "write the text in parentheses as a placeholder, such as '{id}'")]
    [InlineData("GET /users/{id}[.{format}]", "write a section for '/users/{id}', and another for '/users/{id}.{format}'")]
    [InlineData("GET http://host/users[:{id}]/x?a=b", "write a section for '/users/x', and another for '/users:{id}/x'")]
    [InlineData("GET /users/:id(.:format)", "write a section for '/users/:id', and another for '/users/:id.:format'")]
    [InlineData("GET /docs/[{lang}/]page", "write a section for '/docs/page', and another for '/docs/{lang}/page'")]
    [InlineData("GET /users/<id>[;<rev>[;<part>]]", "write a section for '/users/<id>', and another for '/users/<id>;<rev>[;<part>]'")]
    [InlineData("GET /users/{id}[.json", "write a section without the optional part in brackets, and another with it")]
    [InlineData(
        "GET /a-rather-long-name-of-a-collection/{identifier}[.{format-of-the-answer}]",
        "write a section without the optional part in brackets, and another with it")]
    [InlineData("GET /a(1)/b c", "only 'HTTP/1.1' can follow the path")]
    [InlineData("GET /a version", "only 'HTTP/1.1' can follow the path")]
    [InlineData("GET /a HTTP/1.1 b", "only 'HTTP/1.1' can follow the path")]
    public void A_line_that_cannot_be_read_says_what_to_write(string line, string reason)
    {
        Assert.Null(RequestLine.Parse(line, null, [], null, out var mistake));
        Assert.Equal(reason, Assert.Single(mistake!.Arguments));
    }

    [Theory]
    [InlineData("PROPFIND")]
    [InlineData("MKCOL")]
    [InlineData("VERSION-CONTROL")]
    [InlineData("TRACE")]
    public void Registered_methods_are_known(string method) => Assert.Equal(method, RequestLine.Parse(method + " /a", null, [], null, out _)!.HttpMethod);

    [Theory]
    [InlineData("CONNECT /a")]
    [InlineData("PRI /a")]
    [InlineData("propfind /a")]
    public void Other_methods_are_not(string line) => Assert.Null(RequestLine.Parse(line, null, [], null, out _));

    [Theory]
    [InlineData("GET /{0}")]
    [InlineData("GET {0}/a")]
    [InlineData("GET http://{0}/a")]
    [InlineData("GET <{0}>")]
    [InlineData("GET /a {0}")]
    public void Any_text_ends_in_a_path_or_a_reason(string line)
    {
        foreach (var text in new[]
        {
            "<",
            ">",
            "<>",
            "{",
            "}",
            "{{",
            "}}",
            "$",
            "${",
            "$}",
            "...",
            "\u2026",
            "<<a>",
            "{<a>}",
            "<{a}>",
            "@",
            ":",
            ".",
            "<a",
            "a>",
            "\ud800",
            "a://",
            "<a://b>>",
        })
        {
            var request = RequestLine.Parse(line.Replace("{0}", text, StringComparison.Ordinal), "v1", [], "/x", out var mistake);
            Assert.True((request is null) != (mistake is null));
            if (request is not null)
                Assert.StartsWith("/", request.Path.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://localhost:22015", null)]
    [InlineData("https://{tenant}.example.com/api/", null)]
    [InlineData("http://{host}:{port}", null)]
    [InlineData("/api", null)]
    [InlineData("https://{}.example.com", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    [InlineData("https://{a b}.example.com", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    [InlineData("https://{tenant.example.com", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    [InlineData("{scheme}://example.com", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    [InlineData("{host}/api", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    [InlineData("https://example.com/{tenant}/api", "'{tenant}' in the request lines, because the path here is fixed")]
    [InlineData("/{tenant", "'/{tenant' in the request lines, because the path here is fixed")]
    [InlineData("https://{tenant}.example.com?x=1", "one such as 'http://localhost:22015', or a path that starts with '/'")]
    public void Host_of_a_base_address_can_have_placeholders(string address, string? problem) => Assert.Equal(problem, BaseAddress.Problem(address));

    [Fact]
    public void Host_that_no_server_can_have_is_refused_before_its_placeholders_are_read()
    {
        Assert.Null(BaseAddress.Problem("https://" + string.Concat(Enumerable.Repeat("{a}.", 60)) + "example/" + new string('a', 300)));
        Assert.Equal(
            "a host and port of at most 255 characters", BaseAddress.Problem("https://" + string.Concat(Enumerable.Repeat("{a}.", 100_000)) + "example"));
    }

    [Theory]
    [InlineData("http://host/a/../b")]
    [InlineData("/a/%2E%2e/b")]
    public void A_base_address_with_a_step_is_refused(string baseAddress)
        => Assert.Null(RequestLine.Parse("GET /things", null, [], baseAddress, out _));

    [Theory]
    [InlineData("http://localhost:22015", "/x", "http://localhost:22015/x")]
    [InlineData("http://[WLED-IP]", "/json", "http://{WLED-IP}/json")]
    [InlineData("http://[::1]:8080", "/x", "http://[::1]:8080/x")]
    [InlineData("PDU_IP", "/api", "http://{PDU_IP}/api")]
    [InlineData("http://PDU_IP", "/api", "http://{PDU_IP}/api")]
    [InlineData("<HOST>:<PORT>", "/webhdfs/v1", "http://{HOST}:{PORT}/webhdfs/v1")]
    [InlineData("http://<HOST>:<PORT>", "/webhdfs/v1", "http://{HOST}:{PORT}/webhdfs/v1")]
    [InlineData("https://<your host>[:port]", "/x", "https://{your_host}/x")]
    [InlineData("http://<IP:port>", "/x", "http://{IP_port}/x")]
    [InlineData("http://(device-ip)", "/x", "http://{device-ip}/x")]
    [InlineData("http://$HOST:$PORT", "/x", "http://{HOST}:{PORT}/x")]
    [InlineData("http://${host}", "/x", "http://{host}/x")]
    [InlineData("http://localhost:port", "/x", "http://localhost:{port}/x")]
    [InlineData("user:secret@server:8080", "/x", "http://server:8080/x")]
    [InlineData("https://<user>:<password>@<pdu>", "/x", "https://{pdu}/x")]
    [InlineData("localhost:22015", "/Automation", "http://localhost:22015/Automation")]
    [InlineData("pdu.local", "/x", "http://pdu.local/x")]
    [InlineData("http[s]://host", "/x", "https://host/x")]
    [InlineData("{protocol}://{host}", "/x", "https://{host}/x")]
    [InlineData("...", "/x", "/x")]
    [InlineData("http://...", "/x", "/x")]
    [InlineData("\u2026", "/x", "/x")]
    [InlineData("http://host/...", "/x", "http://host/x")]
    [InlineData("base-URL", "/x", "/x")]
    [InlineData("{base_url}", "/x", "/x")]
    [InlineData("<URL>", "/x", "/x")]
    [InlineData("", "/x", "/x")]
    public void Server_of_a_request_line_can_be_copied_into_the_base_address(string server, string path, string expected)
    {
        var request = RequestLine.Parse("GET " + server.Replace(" ", "-", StringComparison.Ordinal) + path + "/things", null, [], null, out var mistake);
        Assert.Null(mistake);
        Assert.Equal(path + "/things", request!.Path.ToString());

        var address = PrintedAddress.Read(" " + server + path + " ");

        Assert.Equal((expected, null), (address, BaseAddress.Problem(address)));
        if (server.Length > 0)
            Assert.Null(BaseAddress.Problem(PrintedAddress.Read(server)));
    }

    [Theory]
    [InlineData("Automation/v1")]
    [InlineData("Automation")]
    [InlineData("ftp://host/x")]
    [InlineData("http:/host/x")]
    [InlineData("http://")]
    [InlineData("://host/x")]
    [InlineData("http://[]/x")]
    [InlineData("http://<host/x")]
    [InlineData("http://host:99999/x")]
    [InlineData("http://lo cal/x")]
    [InlineData("http://host/x?y=1")]
    [InlineData("server:8080/x#y")]
    public void Text_that_is_no_server_is_no_base_address(string text) => Assert.NotNull(BaseAddress.Problem(PrintedAddress.Read(text)));
}
