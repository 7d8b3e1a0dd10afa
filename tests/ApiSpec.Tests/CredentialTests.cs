using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Credentials reach the server, and nothing else.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("system", "manager", "c3lzdGVtOm1hbmFnZXI=")]
    [InlineData("", "", "Og==")]
    [InlineData("user", "a:b:c", "dXNlcjphOmI6Yw==")]
    [InlineData("ユーザー", "pä$$", "44Om44O844K244O8OnDDpCQk")]
    public async Task Basic_sends_user_and_password_in_UTF8(string user, string password, string encoded)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BasicCredential(user, password) });
        await client.DeleteAsync();
        Assert.Contains("Authorization: Basic " + encoded + "\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b", "p")]
    [InlineData("a\nb", "p")]
    [InlineData("a\u0000", "p")]
    [InlineData("a", "p\r\n")]
    [InlineData("a", "p\u007F")]
    public void Basic_refuses_users_and_passwords_that_the_scheme_cannot_encode(string user, string password)
        => Assert.Throws<ArgumentException>(() => new BasicCredential(user, password));

    [Fact]
    public void Basic_refuses_text_that_is_not_Unicode()
    {
        var exception = Assert.Throws<ArgumentException>(() => new BasicCredential("a", "p" + '\uD800'));
        Assert.Null(exception.InnerException);
        Assert.Throws<ArgumentException>(() => new BasicCredential("" + '\uDC00', "p"));
    }

    [Fact]
    public void Basic_refuses_null()
    {
        Assert.Throws<ArgumentNullException>(() => new BasicCredential(null!, ""));
        Assert.Throws<ArgumentNullException>(() => new BasicCredential("", null!));
    }

    [Fact]
    public async Task The_secret_is_not_in_any_text()
    {
        await using var server = await WebServer.StartAsync(401, "application/json", Bodies.Error);
        var credential = new BasicCredential("system", "s3cret");
        var options = new ApiClientOptions { Credential = credential };
        ApiRequest? request = null;
        using var handler = new SocketsHttpHandler();
        using var spy = new SpyHandler(handler, sent => request = sent);
        options.Handler = spy;
        using var client = new SampleClient(server.Address, options);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());

        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("system:s3cret"));
        Assert.NotNull(request!.Headers.Authorization);
        foreach (var text in new[] { exception.ToString(), credential.ToString(), request.ToString(), exception.Response.ToString(), options.ToString()! })
        {
            Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
            Assert.DoesNotContain(encoded, text, StringComparison.Ordinal);
        }

        Assert.Equal("Basic system:***", credential.ToString());
        Assert.Equal("GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart: Tasks.GetRerunStart (section 9.6.8)", request.ToString());
    }

    [Fact]
    public async Task A_variant_can_have_another_credential_or_none()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BasicCredential("a", "b") });
        await client.With(new ApiCallOptions { Credential = ApiCredential.None }).DeleteAsync();
        await client.With(new ApiCallOptions { Credential = new BasicCredential("c", "d") }).DeleteAsync();
        await client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["authorization"] = "Bearer t" } }).DeleteAsync();

        var requests = server.Requests.ToArray();
        Assert.DoesNotContain("Authorization", requests[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Authorization: Basic Yzpk\r\n", requests[1], StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t\r\n", requests[2], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Basic", requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_can_ask_for_one_more_attempt_with_a_fresh_request()
    {
        var seen = new List<(string Authorization, string Body, string Trace)>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            seen.Add((context.Request.Headers.Authorization.ToString(), body, context.Request.Headers["X-Trace"].ToString()));
            context.Response.StatusCode = context.Request.Headers.Authorization == "Token 2" ? 200 : 401;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(context.Response.StatusCode == 200 ? Bodies.Action : Bodies.Error);
        });
        var credential = new TokenCredential();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = credential });

        await client.InvokeAsync(new ActionObject { Href = Bodies.Href });

        Assert.Equal(["Token 1", "Token 2"], seen.Select(one => one.Authorization));
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Contains("rerunStart", seen[0].Body, StringComparison.Ordinal);
        Assert.All(seen, one => Assert.Equal("t1", one.Trace));
    }

    [Fact]
    public async Task A_credential_that_always_asks_for_another_attempt_gets_one()
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(context =>
        {
            requests++;
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new TokenCredential() });

        var response = await client.GetWithResponseAsync();
        Assert.Equal(TaskStatusCode.Unauthorized, response.Status);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task An_exception_of_a_credential_reaches_the_caller_unchanged()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BrokenCredential() });
        var exception = await Assert.ThrowsAsync<IOException>(() => client.DeleteAsync());
        Assert.Equal("the vault is locked", exception.Message);
        Assert.Empty(server.Requests);
    }

    private sealed class TokenCredential : ApiCredential
    {
        private int _token = 1;

        protected override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("Authorization", "Token " + _token);
            return default;
        }

        protected override ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        {
            if ((int)response.StatusCode != 401)
                return new(false);
            _token++;
            return new(true);
        }
    }

    private sealed class BrokenCredential : ApiCredential
    {
        protected override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new IOException("the vault is locked");
    }

    private sealed class SpyHandler(HttpMessageHandler inner, Action<ApiRequest> look) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            look((ApiRequest)request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
