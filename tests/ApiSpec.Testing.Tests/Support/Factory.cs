namespace ApiSpec.Testing.Tests.Support;

/// <summary>An API of a factory, with response bodies in JSON, XML and text, and an operation without one.</summary>
internal static class Factory
{
    public const string JobSpec = """
        api: factory
        operation: Jobs.Get
        request: GET /jobs/{id}
        path:
          id: long
        query:
          view?: string
          order?: enum up|down
          tags?: int[] as repeat
        status:
          200 OK: The job.
          404 Not found: There is no such job.
          503 Unavailable: The server is starting.
        response: Job
        schemas:
          Job:
            id: long
            kind: string always job
            options?: Options as json
            state: enum queued|running|done
            percent?: int 0..100
            owner: { name: string, mail: string }
            steps: Step[]
          Options:
            retries: int
          Step:
            number: int
            name:
              type: string
              alias: [title]
        """;

    private const string Start = """
        api: factory
        operation: Jobs.Start
        request: POST /jobs/{id}/start
        path:
          id: long
        status:
          202 Accepted: The job is started.
          409 Conflict: The job is running.
        """;

    private const string Log = """
        api: factory
        operation: Jobs.GetLog
        request: GET /jobs/{id}/log
        path:
          id: long
        status:
          200 OK: The log.
        response: text/plain
        """;

    private const string Report = """
        api: factory
        operation: Reports.Get
        request: GET /reports
        status: [200]
        response: { id: long, title: string, note?: string, machine?: { name: string, hall: string, line?: int } }
        examples:
          - request header: |
              GET /reports HTTP/1.1
            response header: |
              HTTP/1.1 200 OK
              Content-Type: application/vnd.factory+json; charset=utf-8
            response body: |
              { "id": 7, "title": "Night shift", "note": "Printed", "machine": { "name": "Press", "hall": "North", "line": 3 } }
        """;

    private const string Order = """
        api: factory
        operation: Orders.Get
        request: GET /orders
        status: [200]
        response xml:
          order:
            "@id": long
            part: string
            note?: string
        examples:
          - request header: |
              GET /orders HTTP/1.1
            response header: |
              HTTP/1.1 200 OK
              Content-Type: application/xml
            response body: |
              <order id="7"><part>Wheel</part><note>Printed</note></order>
        """;

    public const string ApiFile = """
        api: factory
        client: FactoryClient
        error: { code: string, message: string, help?: string }
        error code in: code
        error message in: message
        """;

    public static ExampleCatalog Catalog { get; } = ExampleCatalog.Parse(
        new SpecDocument("get.apispec.yaml", JobSpec), new SpecDocument("start.apispec.yaml", Start),
        new SpecDocument("log.apispec.yaml", Log), new SpecDocument("report.apispec.yaml", Report), new SpecDocument("order.apispec.yaml", Order),
        new SpecDocument("api.apispec.yaml", ApiFile));
}
