using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>The result of a call for each kind of status.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task A_documented_success_has_its_body_and_status()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        using var client = new SampleClient(server.Address);

        var response = await client.GetWithResponseAsync(2026);

        Assert.Equal(TaskStatusCode.Ok, response.Status);
        Assert.Equal(200, response.StatusCode);
        Assert.True(response.IsSuccess);
        Assert.True(response.IsDocumented);
        Assert.Equal("HREF", response.Body!.Href);
        Assert.Same(response.Body, response.EnsureSuccess());
        Assert.Null(response.Error);
        Assert.Null(response.ErrorViolation);
        Assert.Null(response.RawBody);
        Assert.Equal("application/json", response.Headers["content-TYPE"]);
        Assert.Null(response.Headers["X-Absent"]);
        Assert.Contains(response.Headers, header => header.Key == "Server");
        Assert.Equal("Tasks.GetRerunStart (section 9.6.8): 200 OK", response.ToString());
    }

    [Fact]
    public async Task A_documented_failure_is_an_exception_that_says_what_the_reference_says()
    {
        await using var server = await WebServer.StartAsync(404, "application/json", Bodies.Error);
        using var client = new SampleClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());

        Assert.Equal(
            "Tasks.GetRerunStart (section 9.6.8) answered 404 Not found: The permission is invalid, or the resource does not exist. The call needs one of "
            + "the roles Admin, Submit.",
            exception.Message);
        Assert.Equal("KNAE07001-E", exception.Error!.MessageID);
        Assert.Equal(404, exception.StatusCode);
        Assert.Equal("Not found", exception.Meaning!.Message);
        Assert.Equal(Bodies.Error, exception.RawBody!.ToString());
        Assert.True(exception.Is(TaskStatusCode.NotFound));
        Assert.False(exception.Is(TaskStatusCode.Unauthorized));
        Assert.False(exception.Is(OtherStatusCode.NotFound));
        Assert.Same(SampleApi.GetRerunStart, exception.Operation);
    }

    [Fact]
    public async Task An_undocumented_failure_is_marked_and_keeps_its_code_and_body()
    {
        await using var server = await WebServer.StartAsync(418, "text/html", "<h1>short and stout</h1>");
        using var client = new SampleClient(server.Address);

        var response = await client.GetWithResponseAsync();
        Assert.Equal(TaskStatusCode.Undocumented, response.Status);
        Assert.Equal(418, response.StatusCode);
        Assert.False(response.IsDocumented);
        Assert.Null(response.Error);
        Assert.Contains("text/html", response.ErrorViolation, StringComparison.Ordinal);
        Assert.Equal("<h1>short and stout</h1>", response.RawBody!.ToString());
        Assert.Equal("text/html", response.RawBody.ContentType);

        var exception = Assert.Throws<ApiException<ErrorInfo>>(() => response.EnsureSuccess());
        Assert.Equal("Tasks.GetRerunStart (section 9.6.8) answered 418 I'm a teapot, which the reference does not list.", exception.Message);
        Assert.True(exception.Is(TaskStatusCode.Undocumented));
        Assert.False(exception.Is(TaskStatusCode.NotFound));
    }

    [Fact]
    public async Task An_undocumented_success_is_read_like_a_documented_one()
    {
        await using var server = await WebServer.StartAsync(202, "application/json", Bodies.Action);
        using var client = new SampleClient(server.Address);

        var response = await client.GetWithResponseAsync();

        Assert.True(response.IsSuccess);
        Assert.Equal(TaskStatusCode.Undocumented, response.Status);
        Assert.Equal(202, response.StatusCode);
        Assert.Equal("rerunStart", response.Body!.Name);
    }

    [Fact]
    public async Task A_success_without_content_has_a_null_body_and_the_throwing_method_throws()
    {
        await using var server = await WebServer.StartAsync(204, null, "");
        using var client = new SampleClient(server.Address);

        var response = await client.GetWithResponseAsync();
        Assert.True(response.IsSuccess);
        Assert.Null(response.Body);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());
        Assert.Contains("204", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_documented_redirect_is_a_result_and_is_not_followed()
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            Interlocked.Increment(ref requests);
            context.Response.StatusCode = 303;
            context.Response.Headers.Location = "/elsewhere";
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync("<a href=/elsewhere>moved</a>"u8.ToArray());
        });
        using var client = new SampleClient(server.Address);

        await client.DeleteAsync();
        var response = await client.GetWithResponseAsync();

        Assert.Equal(TaskStatusCode.SeeOther, response.Status);
        Assert.True(response.IsSuccess);
        Assert.Equal("/elsewhere", response.Headers["Location"]);
        Assert.Null(response.Body);
        Assert.Contains("moved", response.RawBody!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task An_undocumented_redirect_is_a_failure_and_is_not_followed()
    {
        await using var server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "http://127.0.0.1:1/";
            return Task.CompletedTask;
        });
        using var client = new SampleClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.DeleteAsync());
        Assert.Equal(302, exception.StatusCode);
    }

    [Fact]
    public async Task An_operation_without_a_body_ignores_the_body_of_a_response()
    {
        await using var server = await WebServer.StartAsync(200, "text/html", new string('x', 300_000));
        using var client = new SampleClient(server.Address);

        await client.DeleteAsync();
        var response = await client.DeleteWithResponseAsync();
        Assert.Equal(TaskStatusCode.Ok, response.Status);
        Assert.Null(response.RawBody);
    }

    [Fact]
    public async Task An_operation_without_a_body_keeps_that_of_an_undocumented_success()
    {
        await using var server = await WebServer.StartAsync(202, "application/json", """{"task":7}""");
        using var client = new SampleClient(server.Address);

        var response = await client.DeleteWithResponseAsync();
        Assert.True(response.IsSuccess);
        Assert.Equal("""{"task":7}""", response.RawBody!.ToString());
    }

    [Fact]
    public async Task A_response_to_HEAD_has_no_body_whatever_its_Content_Length()
    {
        await using var server = await WebServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 500;
            return Task.CompletedTask;
        });
        using var client = new SampleClient(server.Address);

        var response = await client.CheckWithResponseAsync();
        Assert.Equal(TaskStatusCode.Ok, response.Status);
        Assert.Null(response.Body);
        Assert.Equal("500", response.Headers["Content-Length"]);
    }

    [Fact]
    public async Task An_error_body_that_is_not_what_the_reference_says_never_hides_the_status()
    {
        foreach (var (body, violation, fits) in new[]
        {
            ("", "the body is empty", false),
            ("{\"message\":\"m\"}", "$.messageID: the member is missing", true),
            ("{\"message\":1,\"messageID\":\"K\"}", "$.message: a string was expected, a number was found", true),
            ("<html>", "the JSON is malformed", false),
        })
        {
            await using var server = await WebServer.StartAsync(500, "application/json", body);
            using var client = new SampleClient(server.Address);

            var response = await client.GetWithResponseAsync();
            Assert.Equal(TaskStatusCode.ServerSideError, response.Status);
            Assert.Equal(fits, response.Error is not null);
            Assert.Contains(violation, response.ErrorViolation, StringComparison.Ordinal);
            Assert.Equal(body, response.RawBody!.ToString());
            Assert.False(response.RawBody.IsTruncated);
        }
    }

    [Fact]
    public async Task An_error_body_is_kept_up_to_the_limit()
    {
        var page = new string('e', 5000);
        await using var server = await WebServer.StartAsync(500, "application/json", page);
        using var client = new SampleClient(server.Address, new ApiClientOptions { MaxErrorBodyBytes = 100 });

        var response = await client.GetWithResponseAsync();
        Assert.Equal(page[..100], response.RawBody!.ToString());
        Assert.True(response.RawBody.IsTruncated);
        Assert.Contains("incomplete", response.ErrorViolation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_bodies_of_success_and_failure_are_returned_unchanged()
    {
        byte[] bytes = [0, 1, 2, 255];
        await using (var server = await WebServer.StartAsync(200, "application/octet-stream", bytes))
        {
            using var client = new SampleClient(server.Address, new ApiClientOptions { MaxErrorBodyBytes = 2 });
            var body = await client.GetRawAsync();
            Assert.Equal(bytes, body.Bytes.ToArray());
            Assert.Equal("application/octet-stream", body.ContentType);
            Assert.False(body.IsTruncated);
        }

        await using (var server = await WebServer.StartAsync(401, null, bytes))
        {
            using var client = new SampleClient(server.Address);
            var response = await client.GetRawWithResponseAsync();
            Assert.Same(response.RawBody, response.Error);
            Assert.Equal(bytes, response.Error!.Bytes.ToArray());
            Assert.Null(response.Error.ContentType);
            Assert.Null(response.ErrorViolation);
        }
    }
}
