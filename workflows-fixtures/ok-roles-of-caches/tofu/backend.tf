resource "aws_s3_bucket" "cache" {
  bucket = "attic"
}

terraform {
  backend "s3" {
    bucket = "tofu-state"
    key    = "attic/terraform.tfstate"
    endpoints = { s3 = "http://attic-rustfs-openebs.nix-cache.svc.cluster.local:9000" }
  }
}
