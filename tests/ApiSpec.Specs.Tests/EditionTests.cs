using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>One client for servers of several editions: requests that an edition does not support are rejected before they are sent.</summary>
public sealed class EditionTests
{
    private static readonly Uri s_origin = new("http://10.196.184.238:22015");

    public static TheoryData<string, string, string?> Uses => new()
    {
        { "parameter", "V10", "'tags' (not in V10) cannot be sent to a server of V10, which is the Edition of the options. (Parameter 'tags')" },
        { "parameter", "V11", null },
        { "parameter", "V12", null },

        {
            "member",
            "V10",
            "'recurrenceMinutes' (not in V10) cannot be sent to a server of V10, which is the Edition of the options. (Parameter 'recurrenceMinutes')"
        },
        { "member", "V13", null },
        { "nothing", "V10", null },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task What_the_edition_does_not_have_is_not_sent(string use, string edition, string? refusal)
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler, Edition = edition });
        Func<Task> call = use switch
        {
            "parameter" => () => client.Services.ListAsync(new() { Tags = ["a"] }),
            "member" => () => client.Services.InvokeSubmitAsync(7, SubmitWith(new Schedule
            {
                Name = "n", Description = "d", ScheduleType = ScheduleType.Recurrence, RecurrenceMinutes = System.Text.Json.JsonDocument.Parse("5").RootElement,
            })),
            _ => () => client.Services.InvokeSubmitAsync(7, SubmitWith(new Schedule { Name = "n", Description = "d", ScheduleType = ScheduleType.Immediate })),
        };

        if (refusal is null)
            await call();
        else
            Assert.Equal(refusal, (await Assert.ThrowsAsync<ArgumentException>(call)).Message);
        Assert.Equal(refusal is null ? 1 : 0, handler.Requests.Count);
    }

    [Fact]
    public async Task An_operation_that_the_edition_does_not_have_is_not_called()
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var older = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler, Edition = "V10" });
        using var newer = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler, Edition = "V11" });
        using var any = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });

        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => older.ServiceTemplates.GetAsync(1116));
        Assert.Equal("ServiceTemplates.Get (since V11) cannot be called on a server of V10, which is the Edition of the options.", refused.Message);
        Assert.Empty(handler.Requests);
        Assert.Equal(1, (await newer.ServiceTemplates.GetAsync(1116)).InstanceID);
        Assert.Equal(1, (await any.ServiceTemplates.GetAsync(1116)).InstanceID);
    }

    [Fact]
    public void An_unknown_edition_is_named()
    {
        Assert.Equal(["V10", "V11", "V12", "V13"], AutomaticOperationApi.Description.Editions);
        var thrown = Assert.Throws<ArgumentException>(() => new AutomaticOperationClient(s_origin, new ApiClientOptions { Edition = "12" }));
        Assert.Equal("The reference has no edition '12'; the editions are V10, V11, V12, V13. (Parameter 'options')", thrown.Message);
    }

    private static SubmitAction SubmitWith(Schedule schedule)
        => new() { Name = "submit", Href = s_origin + "Automation/v1/objects/Services/7/actions/submit/invoke", Method = "POST", Parameters = [schedule] };
}
