using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>A handler that knows the roles of the caller rejects requests that they do not allow, before they are sent.</summary>
public sealed class RoleHandlerTests
{
    [Theory]
    [InlineData(new[] { "Submit" }, true)]
    [InlineData(new[] { "Modify", "Admin" }, true)]
    [InlineData(new[] { "Modify" }, false)]
    [InlineData(new[] { "submit" }, false)]
    [InlineData(new string[0], false)]
    public async Task A_call_is_sent_if_the_caller_has_one_of_its_roles(string[] roles, bool isAllowed)
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(context =>
        {
            Interlocked.Increment(ref requests);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        using var handler = new ApiRoleHandler(new SocketsHttpHandler(), roles);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Handler = handler });

        if (isAllowed)
        {
            Assert.Equal(404, (await client.GetWithResponseAsync(cancellationToken: TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(1, requests);
            return;
        }

        foreach (var call in new Func<Task>[] { () => client.GetAsync(), () => client.GetWithResponseAsync() })
        {
            var exception = await Assert.ThrowsAsync<ApiRoleException>(call);
            Assert.Same(SampleApi.GetRerunStart, exception.Operation);
            Assert.Equal(roles, exception.CallerRoles);
            Assert.Equal(
                "Tasks.GetRerunStart (section 9.6.8) was not called: it needs one of the roles Admin, Submit, and the caller has "
                + (roles.Length == 0 ? "none" : string.Join(", ", roles)) + ".",
                exception.Message);
        }

        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task A_request_of_another_program_part_passes()
    {
        await using var server = await WebServer.StartAsync(200, "text/plain", "fine");
        using var client = new HttpClient(new ApiRoleHandler(new SocketsHttpHandler()));

        Assert.Equal("fine", await client.GetStringAsync(server.Address, TestContext.Current.CancellationToken));
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        using var response = client.Send(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public void A_synchronous_call_is_refused_as_well()
    {
        using var invoker = new HttpMessageInvoker(new ApiRoleHandler(new SocketsHttpHandler(), "Modify"));
        using var request = new ApiRequest(
            SampleApi.GetRerunStart, "/Automation/v1/objects/Tasks/1/actions/rerunStart") { RequestUri = new Uri("http://localhost:1/") };

        Assert.Throws<ApiRoleException>(() => invoker.Send(request, TestContext.Current.CancellationToken));
    }
#endif

    [Fact]
    public void A_role_has_a_name()
    {
        Assert.Throws<ArgumentException>(() => new ApiRoleHandler("Admin", ""));
        Assert.Throws<ArgumentNullException>(() => new ApiRoleHandler((string[])null!));
        Assert.Throws<ArgumentNullException>(() => new ApiRoleHandler((HttpMessageHandler)null!, "Admin"));
    }
}
