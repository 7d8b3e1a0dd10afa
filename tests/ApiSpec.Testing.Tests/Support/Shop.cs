namespace ApiSpec.Testing.Tests.Support;

/// <summary>A small reference with features that JP1/AO lacks: queries, several examples, other bodies, other members of the error body.</summary>
internal static class Shop
{
    public const string Origin = "http://shop.example:8080";

    public static ExampleCatalog Catalog { get; } = ExampleCatalog.Parse(
        new SpecDocument("shop.apispec.yaml", Api), new SpecDocument("list.apispec.yaml", List), new SpecDocument("get.apispec.yaml", Get),
        new SpecDocument("featured.apispec.yaml", Featured), new SpecDocument("create.apispec.yaml", Create), new SpecDocument("delete.apispec.yaml", Delete),
        new SpecDocument("picture.apispec.yaml", Picture), new SpecDocument("file.apispec.yaml", ReadFile));

    /// <summary>Returns a client without a network.</summary>
    public static HttpClient Client(StubMessageHandler? handler = null)
        => new(handler ?? new StubMessageHandler(Catalog)) { BaseAddress = new Uri(Origin) };

    private const string Api = """
        api: shop
        title: Shop
        client: ShopClient
        words: { shop-path: api }
        date-time: "yyyy-MM-dd HH:mm"
        status:
          404 Nothing here: There is no such article.
        always: [404]
        error:
          errorCode: int
          status: string
          detail: string
          instance: url
          component: string
          trace: string - Where to look, for example 'E-17'
          help?: string
        """;

    private const string List = """
        api: shop
        section: "1.1"
        operation: Articles.List
        request: GET /shop-path/articles
        query:
          name?: string
          sort?: string
        status: { 200 OK: Done. }
        response:
          data: Article[]
          count: int
        examples:
          - request header: |
              GET http://shop/api/articles?name=red%20shoe&sort=price HTTP/1.1
              Host:shop
            response header: |
              HTTP/1.1 200 Fine
              Content-Type: application/json;charset=utf-8
              Content-Encoding: gzip
              Connection: close
              Keep-Alive: timeout=5
              Content-Length: 99999
              Date: Mon, 14 Jul 2014 11:54:52 GMT
              X-Page: 1
              X-Page: 2
            response body: |
              { "data": [], "count": 0 }
          - request header: GET /api/articles?name=a%2Bb
            response body: |
              { "data": [], "count": 2 }
        """;

    private const string Get = """
        api: shop
        section: "1.2"
        operation: Articles.Get
        request: GET /api/articles/{id}
        path: { id: string }
        status: { 200 OK: Done. }
        response: Article
        schemas:
          Article:
            kind: string always article
            version: int always 3
            name: string
            code: string 6..8
            long-text: string ..4
            articleID: string
            size: enum small|large
            price: decimal
            stock: int 10..20
            isNew: boolean
            made: date-time
            day: date
            key: uuid
            tags: string[]
            two: string[2..]
            more: map<string>
            any: any
            maybe: string or null
            parent?: Article
            pin: string write-only
            seasonal: string when in winter
            maker:
              type: object
              members:
                city: string
            self: url - link Articles.Get
            picture: url - link Articles.GetPicture
            site: url
            page: Page<Maker>
            level: int - The level
          Maker:
            city: string
          Page<T>:
            first: T
            count: int
        """;

    private const string Featured = """
        api: shop
        operation: Articles.GetFeatured
        request: GET /api/articles/featured
        status: { 200 OK: Done. }
        response:
          name: string always the featured one
        """;

    private const string Create = """
        api: shop
        section: "1.4"
        operation: Articles.Create
        request: POST /api/articles
        body:
          name: string
          price: decimal
          maker:
            type: object
            members:
              city: string
          tags?: string[]
          note: string or null
          createdAt: date-time read-only
          season: string when in winter
        status:
          201 Made: Done.
          400 Bad article: The article is not complete.
        response:
          id: int
        examples:
          - request header: POST /api/articles HTTP/1.1
            request body: |
              { "name": "one", "price": 1, "maker": { "city": "Kyoto" }, "note": null }
            response header: |
              HTTP/1.1 201 Made
              Content-Type: application/json
            response body: |
              { "id": 1 }
          - request header: POST /api/articles HTTP/1.1
            request body: |
              { "name": "two", "price": 2, "maker": { "city": "Kyoto" }, "note": null }
            response header: |
              HTTP/1.1 201 Made
              Content-Type: application/json
            response body: |
              { "id": 2 }
        """;

    private const string Delete = """
        api: shop
        operation: Articles.Delete
        request: DELETE /api/articles/{id}
        path: { id: string }
        status: { 204 Gone: Done. }
        """;

    private const string Picture = """
        api: shop
        operation: Articles.GetPicture
        request: GET /api/articles/{id}/pictures/{number}
        path: { id: string, number: int 5.. }
        status: [200]
        response: text/plain
        """;

    private const string ReadFile = """
        api: shop
        operation: Files.Get
        request: GET /api/files/{name}
        path:
          name: string slashes
        status: [200]
        response: same as Articles.GetFeatured
        """;
}
