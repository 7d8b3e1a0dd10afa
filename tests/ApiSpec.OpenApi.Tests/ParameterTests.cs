using System.Net;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.OpenApi.Tests;

/// <summary>Generated enums are parameters of a web application: in a route, a query and a header.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("/route/success", "success", true)]
    [InlineData("/route/on%20hold", "on hold", false)]
    [InlineData("/query?state=success", "success", true)]
    [InlineData("/query?state=", "", false)]
    [InlineData("/query", "none", false)]
    [InlineData("/many?state=success&state=on%20hold", "success,on hold", true)]
    [InlineData("/header", "success", true)]
    public async Task Enum_is_a_parameter_whether_the_reference_lists_the_value_or_not(string target, string expected, bool isListed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/route/{state}", static (OperationResultState state) => Text(state));
        app.MapGet("/query", static (OperationResultState? state) => state is { } given ? Text(given) : "none");
        app.MapGet("/many", static (OperationResultState[] state) => Text(state[0]) + "," + state[1]);
        app.MapGet("/header", static ([FromHeader(Name = "X-State")] OperationResultState state) => Text(state));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Add("X-State", "success");

        var text = await http.GetStringAsync(new Uri(target, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(isListed ? "listed " + expected : expected, text);

        static string Text(OperationResultState state)
            => state.ToKnown() == OperationResultState.Known.Unlisted ? state.ToString() : "listed " + state;
    }

    [Fact]
    public async Task Missing_parameter_is_the_error_of_the_caller()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/query", static (OperationResultState state) => Results.Text(state.Value));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await http.GetAsync(new Uri("/query", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
