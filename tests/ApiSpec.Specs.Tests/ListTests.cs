using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Filters, sort orders, fields and flags as received by the server, and lists that are read while they arrive.</summary>
public sealed class ListTests
{
    private static readonly Uri s_origin = new("http://10.196.184.238:22015");
    private static readonly DateTimeOffset s_since = new(2014, 12, 9, 18, 50, 30, 500, TimeSpan.FromHours(9));

    [Fact]
    public async Task Typed_filter_order_and_fields_reach_the_server_as_documented_text()
    {
        var fields = HqlFields<ServiceTemplate>.Of(ServiceTemplateFields.InstanceID, ServiceTemplateFields.IconURL);
        var sent = await SendAsync(client => client.ServiceTemplates.ListSelectedAsync(fields, new()
        {
            HQLFilter = ServiceTemplateFilter.VendorID == "it's & co" & ServiceTemplateFilter.CreateTime >= s_since,
            HQLSortBy = ServiceTemplateFilter.CreateTime.Descending + ServiceTemplateFilter.DisplayName.Ascending,
        }));

        Assert.Equal(
            [
                KeyValuePair.Create("HQL::fields", "instanceID,iconURL"),
                KeyValuePair.Create("HQL::filter", "vendorID = 'it''s & co' and createTime >= '2014-12-09T18:50:30.500+09:00'"),
                KeyValuePair.Create("HQL::sortBy", "createTime DESC,displayName ASC"),
            ],
            sent.Query);
        // RFC 3986, section 2.2: neither can be treated as the end of the value.
        Assert.DoesNotContain("'", sent.Target.Replace("%27", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("%20%26%20co", sent.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_filter_has_every_form_of_the_grammar()
    {
        var sent = await SendAsync(static client => client.ServiceTemplates.ListAsync(new()
        {
            HQLFilter = (ServiceTemplateFilter.InstanceID.In(1, 2) | ServiceTemplateFilter.KeyName.StartsWith("SP_"))
                & ServiceTemplateFilter.Version.NotIn("1.0", "2.0")
                & ServiceTemplateFilter.ReleaseState == ServiceTemplateReleaseState.Release
                & ServiceTemplateFilter.Latest == true,
        }));

        Assert.Equal(
            "(instanceID in [1,2] or keyName starts 'SP_') and version not in ['1.0','2.0'] and releaseState = 'release' and latest = true",
            sent.Query["HQL::filter"]);
    }

    [Fact]
    public async Task Raw_filter_goes_out_as_it_is()
    {
        var sent = await SendAsync(static client => client.Tasks.ListAsync(new() { HQLFilter = HqlFilter<AutomationTask>.Raw("[status] eq 'failed'") }));

        Assert.Equal("[status] eq 'failed'", sent.Query["HQL::filter"]);
    }

    [Fact]
    public async Task Flags_words_and_numbers_are_those_of_the_page()
    {
        var sent = await SendAsync(static client => client.TaskLogs.ListAsync(new() { TaskID = 512, Offset = 3000, ReadSize = 1000, Reverse = true }));

        Assert.Equal(
            ["taskID=512", "offset=3000", "readSize=1000", "reverse"],
            sent.Target.Split('?')[1].Split('&').OrderBy(static pair => Array.IndexOf(["taskID=512", "offset=3000", "readSize=1000", "reverse"], pair)));
    }

    [Fact]
    public async Task Items_are_given_while_the_rest_is_on_its_way()
    {
        var wire = new Pipe();
        using var handler = new RespondingHandler((_, _) => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(wire.Reader.AsStream()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } },
        });
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        await using var groups = client.ServiceGroups.ListItemsAsync(cancellationToken: TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        await SendAsync(wire, """{"count":2,"data":[{"instanceID":3,"objectID":"A","name":"first","description":""},""");
        Assert.True(await groups.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("first", groups.Current.Name);

        await SendAsync(wire, """{"instanceID":4,"objectID":"B","name":"second","description":""}]}""");
        await wire.Writer.CompleteAsync();
        Assert.True(await groups.MoveNextAsync());
        Assert.Equal((4, "second"), (groups.Current.InstanceID, groups.Current.Name));
        Assert.False(await groups.MoveNextAsync());
    }

    [Fact]
    public async Task A_program_reads_the_first_50_of_a_filtered_and_sorted_list()
    {
        await using var fake = await AutomaticOperationFake.StartAsync();
        using var client = fake.CreateClient();
        var sample = fake.Tasks.Get.Sample();
        fake.Tasks.List.RespondWith(fake.Tasks.List.Sample() with
        {
            Count = 60,
            Data = [.. Enumerable.Range(1, 60).Select(number => sample with { InstanceID = number, Status = "failed" })],
        });

        var status = "failed";
        var query = new TasksListQuery
        {
            HQLFilter = HqlFilter<AutomationTask>.Where($"status = {status}"),
            HQLSortBy = HqlSort<AutomationTask>.Raw("submitTime DESC"),
        };
        var shown = new List<long>();
        await foreach (var task in client.Tasks.ListItemsAsync(query, TestContext.Current.CancellationToken))
        {
            shown.Add(task.InstanceID);
            if (shown.Count == 50)
                break;
        }

        Assert.Equal(Enumerable.Range(1, 50).Select(static number => (long)number), shown);
        Assert.Equal(
            [KeyValuePair.Create("HQL::filter", "status = 'failed'"), KeyValuePair.Create("HQL::sortBy", "submitTime DESC")],
            fake.Tasks.List.SingleRequest().Query);
    }

    private static async Task SendAsync(Pipe wire, string text)
        => await wire.Writer.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<ReceivedRequest> SendAsync(Func<AutomaticOperationClient, Task> call)
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        await call(client);
        return Assert.Single(handler.Requests);
    }
}
