using ApiSpec.Specs.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Lists whose items only have the selected members.</summary>
public sealed class SelectionTests
{
    private const string Page =
        """{"data":[{"instanceID":1,"completionTime":null,"toDo":false},{"instanceID":2,"name":"b","startTime":"2014-12-09T18:50:30.500+0900"}],"count":2}""";

    private static readonly Uri s_origin = new("http://10.196.184.238:22015");

    private static readonly HqlFields<AutomationTask> s_fields =
        HqlFields<AutomationTask>.Of(
            AutomationTaskFields.InstanceID, AutomationTaskFields.Name, AutomationTaskFields.CompletionTime, AutomationTaskFields.ToDo);

    [Fact]
    public async Task What_was_not_sent_is_null_and_told_from_what_was_sent_as_null()
    {
        using var handler = new RespondingHandler((_, _) => RespondingHandler.Json(Page));
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        var page = await client.Tasks.ListSelectedAsync(s_fields, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, page.Count);
        Assert.Equal((1, null, false), (page.Data[0].InstanceID, page.Data[0].Name, page.Data[0].ToDo));
        Assert.Null(page.Data[0].CompletionTime);
        Assert.True(page.Data[0].Has(AutomationTaskFields.CompletionTime));
        Assert.False(page.Data[0].Has(AutomationTaskFields.StartTime));
        Assert.False(page.Data[0].Has(AutomationTaskFields.Name));
        Assert.True(page.Data[1].Has(AutomationTaskFields.Name));
        Assert.Null(page.Data[1].ToDo);
        Assert.False(page.Data[1].Has(new HqlField<AutomationTask>("noSuchMember")));
        // An absent member is not written as null, and a null member is not left out.
        Assert.Equal("""{"instanceID":1,"completionTime":null,"toDo":false}""", AutomationTaskSelection.Json.ToJson(page.Data[0]));
    }

    [Fact]
    public async Task Items_and_answers_are_selections_too()
    {
        using var handler = new RespondingHandler((_, _) => RespondingHandler.Json(Page));
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        var ids = new List<long?>();
        await foreach (var task in client.Tasks.ListSelectedItemsAsync(s_fields, cancellationToken: TestContext.Current.CancellationToken))
            ids.Add(task.InstanceID);
        Assert.Equal([1L, 2L], ids);
        var answer = await client.Tasks.ListSelectedWithResponseAsync(s_fields, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((TasksListStatus.Ok, "Tasks.List"), (answer.Status, answer.Operation.Id));
        Assert.Equal("fields", (await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.Tasks.ListSelectedAsync(null!, cancellationToken: TestContext.Current.CancellationToken))).ParamName);
    }

    [Fact]
    public async Task A_whole_item_that_lacks_a_required_member_still_contradicts_the_reference()
    {
        using var handler = new RespondingHandler((_, _) => RespondingHandler.Json(Page));
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        await Assert.ThrowsAsync<ApiContractException>(() => client.Tasks.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
    }
}
