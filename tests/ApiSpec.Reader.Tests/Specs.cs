namespace ApiSpec.Reader.Tests;

/// <summary>The specs that several tests read.</summary>
internal static class Specs
{
    public const string Founding = """
        # yaml-language-server: $schema=../apispec.schema.json
        api: jp1ao
        section: 9.6.8
        title: Acquisition of information necessary for retrying a task (retry from the failed step)
        operation: Tasks.GetRerunStart
        source: V10 9.6.8

        function: Specifies a task, and acquires information necessary for retrying the task from the failed step.

        roles: [Admin, Develop, Modify, Submit]
        version: v1
        request: GET http://host:port/Automation/{version}/objects/Tasks/{id}/actions/rerunStart

        path:
          id: long - instanceID of the task

        status:
          200 OK: Processing has been successfully completed.
          401 Unauthorized: The user does not have login permission.
          404 Not found: The permission is invalid, or the resource does not exist.
          412 Precondition failed: The server is not available.
          500 Server-side error: A server processing error occurred.

        response:
          name: string always rerunStart
          href: url - link Tasks.InvokeRerunStart
          method: string always POST
          parameters: any[] or null

        examples:
          - title: Information necessary for retrying task 2026 from the failed step
            request header: |
              GET /Automation/v1/objects/Tasks/2026/actions/rerunStart HTTP/1.1
              Host:10.196.184.238:22015
              Accept:application/json
            response header: |
              HTTP/1.1 200 OK
              Content-Type: application/json
            response body: |
              { "name" : "rerunStart", "href" : "http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
                "method" : "POST", "parameters" : [ ] }

        """;

    public const string Api = """
        api: jp1ao
        title: JP1/Automatic Operation
        client: AutomaticOperationClient
        namespace: Hitachi.JP1.AutomaticOperation
        base: http://localhost:22015

        manuals:
          V10: Job Management Partner 1/Automatic Operation GUI, Command, and API Reference
          V12: JP1/Automatic Operation Command and API Reference

        roles:
          Admin: Administers everything
          Submit: Runs services

        authentication:
          - basic
          - session: HSSO                        # Authorization: HSSO <token>
            issued in: WWW-Authenticate          # by any successful reply
            lifetime: 1000s
          - bearer
          - header X-Api-Key
          - { token: Sessions.Generate, member: token, header: Authorization, scheme: Session }

        headers:
          Accept-Language?: enum ja|en|zh - Language of messages; en when absent

        types:
          ISO8601String: date-time
          URLString: url
          integer: int
        date-time: "yyyy-MM-ddTHH:mm:ss.fffzzz"

        sets:
          list:
            HQL::filter?: hql-filter
            HQL::sortBy?: hql-sort
            HQL::fields?: hql-fields

        words:
          domain: objects

        status:                                  # wording per code, for sections that list codes only
          200 OK: Processing has been successfully completed.
          401 Unauthorized: The user does not have login permission.
        always: [401, 500]                       # what any section may return though it does not say so

        error:                                   # body of every unsuccessful status: JSON, or what an old server sends instead
          errorSource: string
          message: string
          messageData?: string

        """;
}
